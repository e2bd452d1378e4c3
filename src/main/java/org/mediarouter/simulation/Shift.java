package org.mediarouter.simulation;

/**
 * A time at which an agent is logged in and READY. At its end he finishes what he has.
 *
 * @param from milliseconds since the epoch
 * @param to exclusive
 */
public record Shift(String agentId, long from, long to) {}
