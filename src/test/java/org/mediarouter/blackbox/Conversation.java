package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One whole conversation, from the agents' coming to the task's end, in whatever protocol. */
final class Conversation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peer peer;
    private final String queue;
    private final Desk desk;
    private final String alice;
    private final String bob;
    private final List<Peer.Heard> heard = new ArrayList<>();
    private int commands;

    Conversation(Peer peer, String queue, Desk desk) {
        this.peer = peer;
        this.queue = queue;
        this.desk = desk;
        this.alice = desk.agents().get(0);
        this.bob = desk.agents().get(1);
    }

    void hold() throws Exception {
        for (String agent : List.of(alice, bob)) {
            ask("Connected", "Connect", "AgentId", agent, "Password", Premises.PASSWORD, "Destination", queue);
            askForState(
                    "AgentState", "NOT_READY", "Login", "AgentId", agent, "Password", Premises.PASSWORD, "Mrd", "chat");
        }
        askForState("AgentState", "READY", "AgentState", "AgentId", alice, "Mrd", "chat", "State", "READY");

        String creation = send("Task", "Mrd", "chat", "Attributes", desk.attributes(), "CustomerId", "Zoë");
        Peer.Heard queued = next("TaskState QUEUED", told -> is(told, creation, "TaskState", "QUEUED"));
        String task = queued.task();
        Peer.Heard offer = next("offer", told -> told.type().equals("TaskAgentSelected"));
        assertThat(offer.agent()).isEqualTo(alice);
        assertThat(offer.task()).isEqualTo(task);
        assertThat(offer.category()).isEqualTo("new task");
        assertThat(offer.correlation()).isEqualTo(creation);

        askForState("TaskState", "ACTIVE", "TaskState", "TaskId", task, "State", "ACTIVE", "AgentId", alice);
        askForState("AgentState", "READY", "AgentState", "AgentId", bob, "Mrd", "chat", "State", "READY");
        ask("TaskConferenced", "Conference", "TaskId", task, "ConferenceOwner", alice, "ConferenceParticipant", bob);
        ask("TaskAgentTransferred", "Transfer", "TaskId", task, "OwnerAgentId", alice, "RecipientAgentId", bob);
        askForState("TaskState", "WRAP_UP", "TaskState", "TaskId", task, "State", "WRAP_UP", "AgentId", bob);
        Peer.Heard closed =
                askForState("TaskState", "CLOSED", "TaskState", "TaskId", task, "State", "CLOSED", "AgentId", bob);
        assertThat(body(closed).path("AgentId").asText()).isEqualTo(bob);
        assertThat(body(closed).path("ReasonCode").asText()).isEqualTo("DONE");
        sooner(
                "READY",
                told -> told.type().equals("AgentState")
                        && told.correlation().equals(closed.correlation())
                        && state(told).equals("READY"));

        for (String agent : List.of(alice, bob)) {
            askForState("AgentState", "NOT_READY", "AgentState", "AgentId", agent, "Mrd", "chat", "State", "NOT_READY");
            askForState("AgentState", "LOGOUT", "AgentState", "AgentId", agent, "Mrd", "chat", "State", "LOGOUT");
        }
        Peer.Heard refused = ask("Error", "GetTaskState", "TaskId", "none");
        assertThat(body(refused).path("Code").asText()).isEqualTo("TASK_NOT_FOUND");
        assertThat(heard.stream().map(told -> told.type() + told.correlation() + told.body()))
                .as("one copy of one event")
                .doesNotHaveDuplicates();
    }

    private String send(String type, Object... members) throws Exception {
        ObjectNode body = json(members);
        String correlation = desk.number() + "/" + commands++;
        peer.send(type, correlation, body);
        return correlation;
    }

    private Peer.Heard ask(String answer, String type, Object... members) throws Exception {
        String correlation = send(type, members);
        return next(answer, told -> told.type().equals(answer) && correlation.equals(told.correlation()));
    }

    private Peer.Heard askForState(String answer, String state, String type, Object... members) throws Exception {
        String correlation = send(type, members);
        return next(answer + " " + state, told -> is(told, correlation, answer, state));
    }

    private static boolean is(Peer.Heard told, String correlation, String type, String state) {
        return told.type().equals(type)
                && correlation.equals(told.correlation())
                && state(told).equals(state);
    }

    private static String state(Peer.Heard told) {
        return body(told).path("State").asText();
    }

    private static JsonNode body(Peer.Heard told) {
        try {
            return JSON.readTree(told.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("not JSON: " + told, e);
        }
    }

    /** Has come, or comes now. */
    private void sooner(String what, Predicate<Peer.Heard> wanted) throws Exception {
        if (heard.stream().noneMatch(wanted)) {
            next(what, wanted);
        }
    }

    private Peer.Heard next(String what, Predicate<Peer.Heard> wanted) throws Exception {
        List<Peer.Heard> passed = new ArrayList<>();
        while (true) {
            Peer.Heard told = peer.hear(Inbox.PATIENCE);
            if (told == null) {
                throw new AssertionError("no " + what + " came, but " + passed);
            }
            heard.add(told);
            passed.add(told);
            if (wanted.test(told)) {
                return told;
            }
        }
    }
}
