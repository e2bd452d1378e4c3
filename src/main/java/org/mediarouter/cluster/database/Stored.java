package org.mediarouter.cluster.database;

/**
 * A record as the database has it.
 *
 * @param changes grows with each change: of two, the one with more is the later
 * @param record JSON
 * @param operations the last operations on it with their results, in bytes
 * @param format which form these bytes have
 */
public record Stored(String id, long changes, String record, byte[] operations, int format) {}
