package org.mediarouter.cluster.database;

import java.sql.Connection;
import java.sql.SQLException;
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
        @Override
        void makeDurable(Connection connection) throws SQLException {
            H2File.write(connection);
            // Else the pool would roll back what it takes for open work, and H2 forget its parsed statements over it.
            connection.commit();
        }

        @Override
        Upsert upsert(Table table) {
            List<String> all = table.columns();
            if (!all.contains(CHANGES)) {
                return Upsert.of("merge into " + table.name() + names(all) + " key ("
                        + String.join(", ", all.subList(0, table.keys())) + ") values " + values(all));
            }
            String update = "update " + table.name() + " set "
                    + listed(all.subList(table.keys(), all.size()), column -> equal(all, column)) + " where "
                    + same(table) + " and " + CHANGES + " < " + parameter(all, CHANGES);
            String present = "select 1 from " + table.name() + " where " + same(table);
            String insert = "insert into " + table.name() + names(all) + " values " + values(all);
            return Upsert.of(update, present, table.keys(), insert);
        }

        private static String same(Table table) {
            return table.columns().subList(0, table.keys()).stream()
                    .map(column -> equal(table.columns(), column))
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
        Upsert upsert(Table table) {
            List<String> all = table.columns();
            List<String> keys = all.subList(0, table.keys());
            List<String> others = all.subList(table.keys(), all.size());
            return Upsert.of("insert into " + table.name() + " as t" + names(all) + " values ("
                    + listed(all, column -> "?") + ") on conflict (" + String.join(", ", keys) + ") do update set "
                    + listed(others, column -> column + " = excluded." + column)
                    + (all.contains(CHANGES) ? " where t.changes < excluded.changes" : ""));
        }
    };

    private static final String CHANGES = "changes";

    /** What saves rows of a table. */
    abstract Upsert upsert(Table table);

    /** Makes what this connection has committed survive the end of the process, where the commit alone doesn't. */
    void makeDurable(Connection connection) throws SQLException {}

    private static String names(List<String> columns) {
        return " (" + String.join(", ", columns) + ")";
    }

    private static String listed(List<String> columns, UnaryOperator<String> written) {
        return columns.stream().map(written).collect(Collectors.joining(", "));
    }
}
