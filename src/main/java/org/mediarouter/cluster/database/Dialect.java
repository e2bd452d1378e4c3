package org.mediarouter.cluster.database;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the two databases say differently: insert, or update where this is newer; and when a commit has been written. */
enum Dialect {
    /**
     * Its {@code merge ... using} would do with one statement, but a statement that makes a table for itself, as that one and
     * {@code select} without {@code from} do, counts as a change of the schema: it makes H2 parse all statements anew.
     */
    H2 {
        /** Whatever any connection has committed is written; one after the other finds that it has been done for it. */
        @Override
        String afterCommit() {
            return "checkpoint";
        }

        @Override
        Upsert save(String table, int keys, String... columns) {
            List<String> all = List.of(columns);
            List<String> key = all.subList(0, keys);
            String names = String.join(", ", all);
            String values = listed(all, column -> parameter(all, column));
            if (!all.contains(CHANGES)) {
                return Upsert.of("merge into " + table + " (" + names + ") key (" + String.join(", ", key)
                        + ") values (" + values + ")");
            }
            UnaryOperator<String> equal = column -> column + " = " + parameter(all, column);
            String same = key.stream().map(equal).collect(Collectors.joining(" and "));
            return Upsert.of(
                    "update " + table + " set " + listed(all.subList(keys, all.size()), equal) + " where " + same
                            + " and " + CHANGES + " < " + parameter(all, CHANGES),
                    "select 1 from " + table + " where " + same,
                    keys,
                    "insert into " + table + " (" + names + ") values (" + values + ")");
        }

        private static String parameter(List<String> columns, String column) {
            return "?" + (columns.indexOf(column) + 1);
        }
    },
    POSTGRESQL {
        @Override
        Upsert save(String table, int keys, String... columns) {
            List<String> all = List.of(columns);
            return Upsert.of("insert into " + table + " as t (" + String.join(", ", all) + ") values ("
                    + listed(all, column -> "?") + ") on conflict (" + String.join(", ", all.subList(0, keys))
                    + ") do update set "
                    + listed(all.subList(keys, all.size()), column -> column + " = excluded." + column)
                    + (all.contains(CHANGES) ? " where t.changes < excluded.changes" : ""));
        }
    };

    private static final String CHANGES = "changes";

    /**
     * What saves rows of a table.
     *
     * @param keys how many of the columns are the key; they come first
     */
    abstract Upsert save(String table, int keys, String... columns);

    /** What writes a commit that isn't written by itself; empty where it is. */
    String afterCommit() {
        return "";
    }

    private static String listed(List<String> columns, UnaryOperator<String> written) {
        return columns.stream().map(written).collect(Collectors.joining(", "));
    }
}
