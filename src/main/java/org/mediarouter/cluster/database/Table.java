package org.mediarouter.cluster.database;

import java.util.List;

/**
 * A table in which rows are saved.
 *
 * @param keys how many of the columns are the key; they come first
 * @param columns in the order in which a row's values are given
 */
record Table(String name, int keys, List<String> columns) {
    static Table of(String name, int keys, String... columns) {
        return new Table(name, keys, List.of(columns));
    }
}
