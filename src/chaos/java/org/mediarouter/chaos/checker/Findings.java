package org.mediarouter.chaos.checker;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a history shows.
 *
 * @param violations in no order
 * @param tasks that the system accepted
 * @param sent commands that the broker confirmed
 * @param received messages, each counted once
 * @param strikes by kind
 * @param longestOutage from a strike until the system was whole again
 * @param longestGap between two assignments, from the first to the last
 */
public record Findings(
        List<Violation> violations,
        int tasks,
        int sent,
        int received,
        Map<String, Integer> strikes,
        Duration longestOutage,
        Duration longestGap) {}
