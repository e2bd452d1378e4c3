package org.mediarouter.chaos.checker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediarouter.chaos.history.Observation;

/** Writes histories: a task's life in a few lines, seconds as times. One agent's place in chat takes one task. */
final class Seen {
    private static final Instant BEGIN = Instant.parse("2026-11-22T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Observation> history = new ArrayList<>();
    private int messages;

    Seen() {
        Map<String, Integer> one = Map.of("chat", 1);
        history.add(new Observation.Premises(
                BEGIN,
                Map.of("1001", one, "1002", one),
                Map.of("chat", Duration.ofSeconds(10)),
                Map.of("chat", Duration.ofSeconds(10)),
                Map.of("chat", Duration.ofSeconds(60))));
    }

    static Instant at(double second) {
        return BEGIN.plusMillis((long) (second * 1000));
    }

    Seen command(double second, String correlation, String type, String body) {
        history.add(new Observation.Sent(at(second), correlation, type, null, json(body)));
        history.add(new Observation.Accepted(at(second), correlation));
        return this;
    }

    /** A message in single quotes; each is another one. */
    Seen message(double second, String destination, String type, String correlation, String body) {
        return message(second, destination, "ID:" + messages++, type, correlation, body);
    }

    Seen message(double second, String destination, String id, String type, String correlation, String body) {
        history.add(new Observation.Received(at(second), destination, id, false, type, correlation, json(body)));
        return this;
    }

    /** A telling of a task's state to its creator. */
    Seen state(double second, String task, long version, String state, String agent) {
        String body = "{'TaskId':'%s','RequestId':'r-%s','Mrd':'chat','State':'%s','Version':%d,'Time':'%s'%s}"
                .formatted(task, task, state, version, at(second), agent.isEmpty() ? "" : ",'AgentId':'" + agent + "'");
        return message(second, "Client.x", "TaskState", "r-" + task, body);
    }

    Seen offer(double second, String task, int offer, String agent) {
        String body = "{'TaskId':'%s','AgentId':'%s','Mrd':'chat','Offer':%d,'Time':'%s'}"
                .formatted(task, agent, offer, at(second));
        return message(second, "Agent." + agent, "TaskAgentSelected", "r-" + task, body);
    }

    /** Asked for, offered, accepted, closed: 4 s in all. */
    Seen life(double second, String task, String agent) {
        return command(second, "r-" + task, "Task", "{'RequestId':'r-" + task + "','Mrd':'chat'}")
                .state(second, task, 1, "QUEUED", "")
                .state(second + 1, task, 2, "RESERVED", agent)
                .offer(second + 1, task, 1, agent)
                .state(second + 2, task, 3, "ACTIVE", agent)
                .state(second + 4, task, 4, "CLOSED", agent);
    }

    Seen struck(double from, double until) {
        history.add(new Observation.Struck(at(from), at(until), "kill-node", "node-1"));
        return this;
    }

    Seen left(double second, String queue, String correlation) {
        history.add(new Observation.Left(at(second), queue, "Task", correlation, null, json("{}")));
        return this;
    }

    List<Violation> violations(double end) {
        history.add(new Observation.Ended(at(end)));
        return Checker.check(history).violations();
    }

    List<Observation> history() {
        return history;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
