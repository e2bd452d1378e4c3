package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An agent to be played.
 *
 * @param mrds what the agent logs in to
 * @param shifts when the agent is ready for tasks, from the opening of the doors on; empty: all the time
 */
public record AgentProfile(String id, String password, List<String> mrds, List<Shift> shifts) {

    /** A time on duty. */
    public record Shift(Duration from, Duration to) {}

    public AgentProfile {
        mrds = List.copyOf(mrds);
        shifts = List.copyOf(shifts);
    }

    /** Agents with consecutive numbers and one password, on duty all the time. */
    public static List<AgentProfile> numbered(int first, int count, String password, List<String> mrds) {
        return IntStream.range(first, first + count)
                .mapToObj(id -> new AgentProfile(Integer.toString(id), password, mrds, List.of()))
                .toList();
    }

    AgentProfile onDuty(List<Shift> times) {
        return new AgentProfile(id, password, mrds, times);
    }

    @Override
    public String toString() {
        return "AgentProfile[id=" + id + ", mrds=" + mrds + ", shifts=" + shifts.size() + "]";
    }
}
