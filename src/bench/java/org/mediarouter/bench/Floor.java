package org.mediarouter.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Agents who are signed in to chat and READY, over the protocol alone. */
final class Floor implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESTINATION = "Agent.";
    private static final int SIGNING_IN = 200;

    private final Peer peer;
    private final Peer.Producer general;
    private final Peer ears;
    private final Desks desks;
    private final List<String> agents;
    private final List<String> queues;
    private final Function<String, String> task;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final CountDownLatch allReady;
    private final Queue<String[]> working = new ConcurrentLinkedQueue<>();
    /** So that what is sent first doesn't stand in the broker for long. */
    private final Semaphore signingIn = new Semaphore(SIGNING_IN);

    private volatile Runnable stateHeard = () -> {};
    private volatile Runnable queued = () -> {};
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private volatile Consumer<String> assigned = requestId -> {};
    private volatile BiConsumer<String, JsonNode> selected = (agent, selection) -> {};
    private volatile @Nullable BiConsumer<String, JsonNode> taskState;

    /**
     * Returns when all are READY.
     *
     * @param peer is closed with this; what is heard comes over another connection, as with the bare relays
     * @param queues where the tasks go
     * @param task the members of one with this request id, as {@link #send} takes them
     */
    Floor(Peer peer, List<String> agents, List<String> queues, Function<String, String> task)
            throws JMSException, InterruptedException {
        this.agents = List.copyOf(agents);
        this.queues = List.copyOf(queues);
        this.task = task;
        allReady = new CountDownLatch(agents.size());
        this.peer = peer;
        general = peer.producer("General");
        desks = new Desks(peer);
        ears = peer.another();
        ears.hear("ChatServer", message -> answered(Peer.type(message), Peer.text(message)));
        ears.hear(
                agents.stream().map(DESTINATION::concat).toList(),
                (destination, message) ->
                        heard(destination.substring(DESTINATION.length()), Peer.type(message), Peer.text(message)));
        for (String agent : agents) {
            Latency.take(signingIn, "agents' READY");
            send("Connect", "{'AgentId':'" + agent + "','Password':'secret'}");
            send("Login", "{'AgentId':'" + agent + "','Password':'secret','Mrd':'chat'}");
            send("AgentState", "{'AgentId':'" + agent + "','Mrd':'chat','State':'READY'}");
        }
        if (!allReady.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(allReady.getCount() + " agents did not become READY");
        }
    }

    List<String> agents() {
        return agents;
    }

    /** Who works on what: agent, task. */
    Queue<String[]> working() {
        return working;
    }

    Peer peer() {
        return peer;
    }

    /** Where this agent works. */
    Desks.Desk desk(String agent) {
        return desks.of(agent);
    }

    /** What to do when an agent is offered a task: whoever hears it does that, so nothing that takes long. */
    void onSelected(BiConsumer<String, JsonNode> reaction) {
        selected = reaction;
    }

    /** What to do when an agent is told a task's state, likewise; null for nothing. */
    void onTaskState(@Nullable BiConsumer<String, JsonNode> reaction) {
        taskState = reaction;
    }

    /** Hears the request ids of the tasks in the order in which their creator is told of their first offers. */
    void onAssigned(Consumer<String> reaction) {
        assigned = reaction;
    }

    /** What to do for each task whose creator is told that it is in its queue. */
    void onQueued(Runnable reaction) {
        queued = reaction;
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
        send("Task", task.apply(requestId));
    }

    /** Returns when so many tasks wait in all queues together: what was sent before is through. */
    void awaitWaiting(int tasks) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            waiting.clear();
            queues.forEach(queue -> send("GetQueueState", "{'Queue':'" + queue + "'}"));
            while (waiting.size() < queues.size()) {
                Thread.sleep(20);
            }
            if (waiting() >= tasks) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(waiting() + " tasks wait, not " + tasks);
    }

    private int waiting() {
        return waiting.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void answered(String type, String body) {
        if ("QueueState".equals(type)) {
            JsonNode state = read(body);
            waiting.put(state.path("Queue").asText(), state.path("Waiting").asInt());
        } else if ("TaskState".equals(type) && body.contains("\"QUEUED\"")) {
            queued.run();
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

    /** Whoever calls this sets the state of an agent's task, and waits until the broker has it. */
    void ask(String taskId, String agent, String state) {
        send("TaskState", taskState(taskId, agent, state));
    }

    static String taskState(String taskId, String agent, String state) {
        return "{\"TaskId\":\"" + taskId + "\",\"AgentId\":\"" + agent + "\",\"State\":\"" + state + "\"}";
    }

    private void heard(String agent, String type, String body) {
        if ("AgentState".equals(type)) {
            stateHeard.run();
            if (body.contains("\"READY\"") && ready.add(agent)) {
                signingIn.release();
                allReady.countDown();
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
        desks.close();
        ears.close();
        peer.close();
    }
}
