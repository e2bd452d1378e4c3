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
            if (!all.contains(CHANGES)) {
                return Upsert.of("merge into " + table + names(all) + " key (" + String.join(", ", all.subList(0, keys))
                        + ") values " + values(all));
            }
            Upsert insert = Upsert.of("insert into " + table + names(all) + " values " + values(all));
            return saveNewer(table, keys, all, insert);
        }

        /**
         * H2 splits a page when a row is added to it, never when one in it grows: rows that are small at first would stay together
         * on pages of many times the usual size, each of which is written whole for a change of one row. So a row comes in
         * with so much room that it gets a page of its own.
         */
        @Override
        Upsert saveGrowing(String table, int keys, String growing, String... columns) {
            List<String> all = List.of(columns);
            UnaryOperator<String> roomy = column -> {
                if (column.equals(CHANGES)) {
                    // The update that follows must find it older.
                    return "cast(" + parameter(all, column) + " as bigint) - 1";
                }
                return parameter(all, column) + (column.equals(growing) ? " || space(" + ROOM + ")" : "");
            };
            Upsert insert = Upsert.of("insert into " + table + names(all) + " values (" + listed(all, roomy) + ")");
            Upsert update = Upsert.of(update(table, keys, all));
            return saveNewer(
                    table,
                    keys,
                    all,
                    (connection, values) -> insert.save(connection, values) && update.save(connection, values));
        }

        private static Upsert saveNewer(String table, int keys, List<String> all, Upsert insert) {
            String present = "select 1 from " + table + " where " + same(keys, all);
            return Upsert.of(update(table, keys, all), present, keys, insert);
        }

        private static String update(String table, int keys, List<String> all) {
            return "update " + table + " set " + listed(all.subList(keys, all.size()), column -> equal(all, column))
                    + " where " + same(keys, all) + " and " + CHANGES + " < " + parameter(all, CHANGES);
        }

        private static String same(int keys, List<String> all) {
            return all.subList(0, keys).stream()
                    .map(column -> equal(all, column))
                    .collect(Collectors.joining(" and "));
        }

        private static String equal(List<String> all, String column) {
            return column + " = " + parameter(all, column);
        }

        private static String values(List<String> all) {
            return "(" + listed(all, column -> parameter(all, column)) + ")";
        }

        private static String parameter(List<String> columns, String column) {
            return "?" + (columns.indexOf(column) + 1);
        }
    },
    POSTGRESQL {
        @Override
        Upsert save(String table, int keys, String... columns) {
            List<String> all = List.of(columns);
            return Upsert.of("insert into " + table + " as t" + names(all) + " values ("
                    + listed(all, column -> "?") + ") on conflict (" + String.join(", ", all.subList(0, keys))
                    + ") do update set "
                    + listed(all.subList(keys, all.size()), column -> column + " = excluded." + column)
                    + (all.contains(CHANGES) ? " where t.changes < excluded.changes" : ""));
        }
    };

    private static final String CHANGES = "changes";

    /** Characters of two bytes: together more than H2 has on a page, 16 kB. */
    private static final int ROOM = 10_000;

    /**
     * What saves rows of a table.
     *
     * @param keys how many of the columns are the key; they come first
     */
    abstract Upsert save(String table, int keys, String... columns);

    /**
     * The same for a table with a column {@code changes} whose rows are small at first.
     *
     * @param growing the column by which they grow, a text
     */
    Upsert saveGrowing(String table, int keys, String growing, String... columns) {
        return save(table, keys, columns);
    }

    /** What writes a commit that isn't written by itself; empty where it is. */
    String afterCommit() {
        return "";
    }

    private static String names(List<String> columns) {
        return " (" + String.join(", ", columns) + ")";
    }

    private static String listed(List<String> columns, UnaryOperator<String> written) {
        return columns.stream().map(written).collect(Collectors.joining(", "));
    }
}
