package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mediarouter.message.AgentStateName;

/**
 * How things stand at a Chat Server. Waits in seconds of the clock.
 *
 * @param open since the doors opened
 * @param agentsByState an agent with several MRDs counts in the first of them
 * @param refusedAgents agents who can't work, with the reason
 * @param arrivalsOver nobody comes any more
 * @param waiting tasks asked for that no agent has accepted
 * @param assigned tasks that agents work on
 * @param unsettled tasks without a verified end
 * @param faults tasks that ended other than exactly once
 * @param unanswered commands without an answer so far
 * @param unreadable messages that were not what the protocol says
 */
public record Snapshot(
        Duration open,
        Map<AgentStateName, Integer> agentsByState,
        int signedIn,
        int gone,
        Map<String, String> refusedAgents,
        boolean arrivalsOver,
        int waiting,
        int assigned,
        List<String> unsettled,
        List<String> faults,
        int unanswered,
        long unreadable,
        Counts counts,
        Wait untilSelected,
        Wait untilAccepted,
        List<Hour> hours) {

    /** Task to TaskAgentSelected at the agent's destination, or to ACTIVE. */
    public record Wait(long count, double mean, double median, double ninetieth, double ninetyNinth) {
        static Wait of(Waits waits) {
            return new Wait(
                    waits.count(), waits.mean(), waits.percentile(50), waits.percentile(90), waits.percentile(99));
        }
    }

    /** @param hour of the replayed day; -1 where there is none
     * @param served the waits of those who were served
     */
    public record Hour(int hour, int arrived, double abandoned, Wait served) {}

    static Snapshot of(ChatServer server) {
        Map<AgentStateName, Integer> byState = new EnumMap<>(AgentStateName.class);
        Map<String, String> refused = new TreeMap<>();
        int signedIn = 0;
        int gone = 0;
        for (VirtualAgent agent : server.agents()) {
            String why = agent.refusal();
            if (why != null) {
                refused.put(agent.profile().id(), why);
            }
            signedIn += agent.signedIn() ? 1 : 0;
            gone += agent.gone() ? 1 : 0;
            List<String> mrds = agent.profile().mrds();
            byState.merge(mrds.isEmpty() ? AgentStateName.LOGOUT : agent.state(mrds.get(0)), 1, Integer::sum);
        }
        Ledger ledger = server.ledger();
        return new Snapshot(
                server.open(),
                byState,
                signedIn,
                gone,
                refused,
                server.arrivalsOver(),
                ledger.waiting(),
                ledger.assigned(),
                ledger.unsettled(),
                ledger.faults(),
                server.post().unanswered(),
                server.post().unreadable(),
                ledger.counts.copy(),
                Wait.of(ledger.untilSelected),
                Wait.of(ledger.untilAccepted),
                ledger.hours().entrySet().stream()
                        .map(hour -> new Hour(
                                hour.getKey(),
                                hour.getValue().arrived(),
                                hour.getValue().abandonedShare(),
                                Wait.of(hour.getValue().waits())))
                        .toList());
    }
}
