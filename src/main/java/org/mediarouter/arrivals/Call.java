package org.mediarouter.arrivals;

import java.time.LocalDate;

/**
 * One call of a real call centre.
 *
 * @param arrival second of the day at which it asked for an agent
 * @param priority as in the data
 * @param type the service asked for, as in the data
 * @param waited seconds
 * @param served false: the caller gave up
 * @param service seconds of conversation
 * @param agent label of who served; empty where not known
 */
public record Call(
        LocalDate date, int arrival, int priority, String type, int waited, boolean served, int service, String agent) {
    /** Second of the day at which the conversation began, or would have. */
    public int answered() {
        return arrival + waited;
    }

    /** Second of the day at which it ended; past 86,400 where that was after midnight. */
    public int ended() {
        return arrival + waited + service;
    }
}
