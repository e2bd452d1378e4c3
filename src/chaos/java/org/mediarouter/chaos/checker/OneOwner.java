package org.mediarouter.chaos.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mediarouter.chaos.history.Observation.Received;

/** G3: an offer goes to one agent, and goes out once. (That a task has one owner at a time: its versions, {@link OneEnd}.) */
final class OneOwner implements Guarantee {
    private record Offer(String task, long number) {}

    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        Map<Offer, Received> agents = new HashMap<>();
        Map<List<Object>, Received> told = new HashMap<>();
        for (Received message : evidence.messages.values()) {
            if (!message.type().equals("TaskAgentSelected")) {
                continue;
            }
            Offer offer = new Offer(
                    message.body().path("TaskId").asText(),
                    message.body().path("Offer").asLong());
            Received other = agents.putIfAbsent(offer, message);
            if (other != null && !agent(other).equals(agent(message))) {
                found.add(new Violation("G3", message.at(), offer + " went to two agents", other + " and " + message));
            }
            Received before = told.putIfAbsent(List.of(offer, message.destination()), message);
            if (before != null) {
                found.add(new Violation("G3", message.at(), offer + " went out twice", before + " and " + message));
            }
        }
        return found;
    }

    private static String agent(Received selected) {
        return selected.body().path("AgentId").asText();
    }
}
