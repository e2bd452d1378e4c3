package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/**
 * Where a waiting task stands.
 *
 * @param place from 1, among those that wait in its queue, in the order in which they will be served
 * @param estimatedWait in seconds; null where nobody could say
 */
public record Position(int place, @Nullable Double estimatedWait) {}
