package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.util.Set;
import java.util.TreeSet;

/** An agent, as his Chat Server plays him. */
final class Agent {
    private final Chat chat;
    private final String id;
    private final Set<String> loggedIn = new TreeSet<>();
    private Inbox inbox;
    private boolean connected;

    Agent(Chat chat, String id) {
        this.chat = chat;
        this.id = id;
        this.inbox = chat.at("Agent." + id);
    }

    String id() {
        return id;
    }

    /** What is told at his destination. */
    Inbox inbox() {
        return inbox;
    }

    Told connect() {
        connected = true;
        return chat.ask("Connect", "AgentId", id, "Password", Premises.PASSWORD);
    }

    /** Connects, perhaps again, to hear elsewhere. */
    Told move(String destination) {
        inbox = chat.at(destination);
        connected = true;
        return chat.ask("Connect", "AgentId", id, "Password", Premises.PASSWORD, "Destination", destination);
    }

    Told login(String mrd) {
        if (!connected) {
            connect();
        }
        loggedIn.add(mrd);
        return chat.ask("Login", "AgentId", id, "Password", Premises.PASSWORD, "Mrd", mrd);
    }

    Agent ready(String mrd) {
        if (!loggedIn.contains(mrd)) {
            login(mrd);
        }
        asks(mrd, "READY");
        return this;
    }

    /** Asks for a state of his own; gives the answer. */
    Told asks(String mrd, String state, Object... more) {
        return chat.ask("AgentState", (Object[]) members(json("AgentId", id, "Mrd", mrd, "State", state), more));
    }

    /** His state in the MRD as it is now. */
    Told present(String mrd) {
        return chat.ask("GetAgentState", "AgentId", id, "Mrd", mrd);
    }

    /** The next offer that he hears of. */
    Told offered() {
        return inbox.next("TaskAgentSelected");
    }

    /** Asks for a state of a task; gives the answer. */
    Told asksTask(String task, String state, Object... more) {
        return chat.ask("TaskState", (Object[]) members(json("TaskId", task, "AgentId", id, "State", state), more));
    }

    Told accept(String task) {
        return asksTask(task, "ACTIVE");
    }

    /** He is offered it, and accepts. */
    Agent takes(Told task) {
        String id = task.task();
        inbox.next("offer of " + id, told -> told.is("TaskAgentSelected") && id.equals(told.task()));
        assertThat(accept(id).state()).isEqualTo("ACTIVE");
        return this;
    }

    /** Out of every MRD, whatever he holds; nobody waits for it. */
    void goHome() {
        loggedIn.forEach(
                mrd -> chat.send("AgentState", json("AgentId", id, "Mrd", mrd, "State", "LOGOUT", "Force", true)));
    }

    private static Object[] members(com.fasterxml.jackson.databind.node.ObjectNode first, Object... more) {
        first.setAll(json(more));
        return first.properties().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    @Override
    public String toString() {
        return id;
    }
}
