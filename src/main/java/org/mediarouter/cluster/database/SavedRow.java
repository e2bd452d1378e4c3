package org.mediarouter.cluster.database;

import org.jspecify.annotations.Nullable;

/**
 * A row that is saved.
 *
 * @param values one for each column of the table, in their order: text, whole number, bytes, point in time, or null
 */
record SavedRow(Table table, @Nullable Object[] values) {}
