package org.mediarouter.cluster.database;

import java.sql.SQLException;

/** What an SQL state says (ISO/IEC 9075; PostgreSQL, appendix A; H2, ErrorCode). */
final class Faults {
    private Faults() {}

    /** Another transaction stood in the way: the same again may succeed. */
    static boolean inTheWay(SQLException e) {
        String state = state(e);
        return state.startsWith("40") || state.equals("23505") || state.equals("HYT00") || state.equals("90131");
    }

    /** Statement or data are wrong: no waiting will help. */
    static boolean ours(SQLException e) {
        String state = state(e);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }

    /** H2 has closed itself; another connection opens it again. */
    static boolean closed(SQLException e) {
        return state(e).equals("90121") || state(e).equals("90098");
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
