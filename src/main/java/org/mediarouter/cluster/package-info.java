/**
 * The state that all nodes share: Hazelcast maps, the operations that change them, how records become bytes, and the
 * stores that agents, tasks and routing see of it.
 */
@NullMarked
package org.mediarouter.cluster;

import org.jspecify.annotations.NullMarked;
