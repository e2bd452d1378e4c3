package org.mediarouter.cluster.database;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the two databases say differently: insert, or update where this is newer; and when a commit has been written. */
enum Dialect {
    H2 {
        /** Whatever any connection has committed is written; one after the other finds that it has been done for it. */
        @Override
        String afterCommit() {
            return "checkpoint";
        }

        @Override
        String save(String table, String key, String... columns) {
            String names = String.join(", ", columns);
            // Without its type a parameter would be taken for text, and bytes would not survive that.
            String values = Arrays.stream(columns)
                    .map(column -> "cast(? as " + type(column) + ")")
                    .collect(Collectors.joining(", "));
            return "merge into " + table + " t using (values (" + values + ")) v (" + names + ") on "
                    + Arrays.stream(key.split(", "))
                            .map(column -> "t." + column + " = v." + column)
                            .collect(Collectors.joining(" and "))
                    + " when matched" + (has(columns, CHANGES) ? " and t.changes < v.changes" : "")
                    + " then update set " + assignments(columns, key, "v.")
                    + " when not matched then insert (" + names + ") values ("
                    + Arrays.stream(columns).map("v."::concat).collect(Collectors.joining(", ")) + ")";
        }
    },
    POSTGRESQL {
        @Override
        String save(String table, String key, String... columns) {
            return "insert into " + table + " as t (" + String.join(", ", columns) + ") values ("
                    + parameters(columns) + ") on conflict (" + key + ") do update set "
                    + assignments(columns, key, "excluded.")
                    + (has(columns, CHANGES) ? " where t.changes < excluded.changes" : "");
        }
    };

    private static final String CHANGES = "changes";

    /**
     * The statement that saves a row, with a parameter for each column. Where there is a column {@code changes}, it changes
     * nothing, and says so in its count, if the row there has as many or more.
     */
    abstract String save(String table, String key, String... columns);

    /** What writes a commit that isn't written by itself; empty where it is. */
    String afterCommit() {
        return "";
    }

    private static String parameters(String... columns) {
        return Arrays.stream(columns).map(column -> "?").collect(Collectors.joining(", "));
    }

    private static String assignments(String[] columns, String key, String from) {
        return Arrays.stream(columns)
                .filter(column -> !Arrays.asList(key.split(", ")).contains(column))
                .map(column -> column + " = " + from + column)
                .collect(Collectors.joining(", "));
    }

    private static String type(String column) {
        return switch (column) {
            case CHANGES -> "bigint";
            case "place", "format" -> "integer";
            case "operations", "told" -> "bytea";
            case "closed_at", "claimed_at", "kept_at", "since" -> "timestamp(3) with time zone";
            default -> "varchar";
        };
    }

    private static boolean has(String[] columns, String column) {
        return Arrays.asList(columns).contains(column);
    }
}
