package org.mediarouter.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Agents who are signed in to chat and READY, over the protocol alone. */
final class Floor implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peer peer;
    private final Peer.Producer general;
    private final List<String> agents = new ArrayList<>();
    private final Map<String, CountDownLatch> ready = new ConcurrentHashMap<>();
    private volatile Runnable stateHeard = () -> {};
    private volatile int waiting;
    private volatile Consumer<String> assigned = requestId -> {};
    private volatile BiConsumer<String, JsonNode> selected = (agent, selection) -> {};
    private volatile @Nullable BiConsumer<String, JsonNode> taskState;

    Floor(String url, int count) throws JMSException, InterruptedException {
        peer = new Peer(url, "chat-server");
        general = peer.producer("General");
        peer.hear("ChatServer", message -> answered(Peer.type(message), Peer.text(message)));
        for (int i = 0; i < count; i++) {
            String agent = String.valueOf(1001 + i);
            agents.add(agent);
            ready.put(agent, new CountDownLatch(1));
            peer.hear("Agent." + agent, message -> heard(agent, Peer.type(message), Peer.text(message)));
            send("Connect", "{'AgentId':'" + agent + "','Password':'secret'}");
            send("Login", "{'AgentId':'" + agent + "','Password':'secret','Mrd':'chat'}");
            send("AgentState", "{'AgentId':'" + agent + "','Mrd':'chat','State':'READY'}");
        }
        for (CountDownLatch latch : ready.values()) {
            if (!latch.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not all agents became READY");
            }
        }
    }

    List<String> agents() {
        return agents;
    }

    Peer peer() {
        return peer;
    }

    /** What to do when an agent is offered a task. */
    void onSelected(BiConsumer<String, JsonNode> reaction) {
        selected = reaction;
    }

    /** What to do when an agent is told a task's state; null for nothing. */
    void onTaskState(@Nullable BiConsumer<String, JsonNode> reaction) {
        taskState = reaction;
    }

    /** Hears the request ids of the tasks in the order in which their creator is told of their first offers. */
    void onAssigned(Consumer<String> reaction) {
        assigned = reaction;
    }

    /** What to do for each AgentState heard. */
    void onAgentState(Runnable reaction) {
        stateHeard = reaction;
    }

    /** Sends to {@code General}; single quotes for double ones. */
    void send(String type, String body) {
        try {
            synchronized (general) {
                general.send(type, body.replace('\'', '"'), null);
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    void task(String requestId) {
        send("Task", "{'Mrd':'chat','RequestId':'" + requestId + "'}");
    }

    /** Returns when so many tasks of the default queue wait: what was sent before is through. */
    void awaitWaiting(int tasks) throws InterruptedException {
        waiting = -1;
        for (int tries = 0; waiting < tasks; tries++) {
            if (tries > 600) {
                throw new IllegalStateException(waiting + " tasks wait, not " + tasks);
            }
            send("GetQueueState", "{'Queue':'general'}");
            Thread.sleep(200);
        }
    }

    private void answered(String type, String body) {
        if ("QueueState".equals(type)) {
            waiting = read(body).path("Waiting").asInt();
        } else if ("TaskAgentSelected".equals(type) && body.contains("\"Offer\":1,")) {
            assigned.accept(read(body).path("RequestId").asText());
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void ask(String taskId, String agent, String state) {
        send("TaskState", "{'TaskId':'" + taskId + "','AgentId':'" + agent + "','State':'" + state + "'}");
    }

    private void heard(String agent, String type, String body) {
        if ("AgentState".equals(type)) {
            stateHeard.run();
            if (body.contains("\"READY\"")) {
                ready.get(agent).countDown();
            }
        } else if ("TaskAgentSelected".equals(type)) {
            selected.accept(agent, read(body));
        } else if ("TaskState".equals(type)) {
            BiConsumer<String, JsonNode> reaction = taskState;
            if (reaction != null) {
                reaction.accept(agent, read(body));
            }
        }
    }

    @Override
    public void close() throws JMSException {
        peer.close();
    }
}
