package org.mediarouter.chatserver;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Command;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Connected;
import org.mediarouter.message.Error;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.GetAgentState;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.Login;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.Restored;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;

/** Just enough of a router to play against: one MRD, first free agent, RONA after a while. Speaks over the broker. */
final class FakeRouter implements AutoCloseable {
    private static final int CAPACITY = 2;

    private static final class Agent {
        final String id;
        AgentStateName asked = AgentStateName.LOGOUT;
        String reason;
        AgentStateName told = AgentStateName.LOGOUT;
        long version;

        Agent(String id) {
            this.id = id;
        }
    }

    private static final class Work {
        final String id;
        final Task task;
        final Destination creator;
        final String correlation;
        TaskStateName state = TaskStateName.QUEUED;
        final List<String> agents = new ArrayList<>();
        String reason;
        int offer;
        long version;

        Work(String id, Task task, Destination creator, String correlation) {
            this.id = id;
            this.task = task;
            this.creator = creator;
            this.correlation = correlation;
        }
    }

    private final long ringMillis;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final Map<String, Agent> agents = new TreeMap<>();
    private final Map<String, Work> tasks = new LinkedHashMap<>();
    private final Map<String, Work> requests = new LinkedHashMap<>();
    private int numbers;

    FakeRouter(ConnectionFactory factory, long ringMillis) throws JMSException {
        this.ringMillis = ringMillis;
        connection = factory.createConnection();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        producer = session.createProducer(null);
        MessageConsumer general = session.createConsumer(session.createQueue("General"));
        connection.start();
        thread.scheduleWithFixedDelay(() -> turn(general), 0, 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws JMSException {
        thread.shutdownNow();
        connection.close();
    }

    private void turn(MessageConsumer general) {
        try {
            Message message = general.receive(5);
            if (message instanceof TextMessage text) {
                Codec.Decoded decoded = Codec.command(message.getJMSType(), text.getText());
                if (decoded instanceof Codec.Decoded.Understood understood) {
                    handle(understood.command(), message.getJMSReplyTo(), message.getJMSCorrelationID());
                }
                session.commit();
            }
        } catch (JMSException e) {
            thread.shutdown();
        }
    }

    private void handle(Command command, Destination replyTo, String correlation) throws JMSException {
        if (command instanceof ChatServerRestore) {
            send(replyTo, new Restored(0, 0, Instant.now()), correlation);
        } else if (command instanceof Connect c) {
            agents.computeIfAbsent(c.agentId(), Agent::new);
            send(
                    agent(c.agentId()),
                    new Connected(c.agentId(), "Agent." + c.agentId(), Mode.STANDALONE, now()),
                    correlation);
        } else if (command instanceof Login c) {
            ask(agents.get(c.agentId()), AgentStateName.NOT_READY, null, correlation);
        } else if (command instanceof AgentStateRequest c) {
            ask(agents.get(c.agentId()), AgentStateName.valueOf(c.state()), c.reasonCode(), correlation);
        } else if (command instanceof GetAgentState c) {
            tell(agents.get(c.agentId()), correlation);
        } else if (command instanceof Task c) {
            Work known = requests.get(c.requestId());
            Work work = known == null ? new Work("T" + numbers++, c, replyTo, correlation) : known;
            requests.put(c.requestId(), work);
            tasks.put(work.id, work);
            send(work.creator, state(work, false), correlation);
        } else if (command instanceof GetTaskState c) {
            send(replyTo, state(tasks.get(c.taskId()), true), correlation);
        } else if (command instanceof TaskStateRequest c) {
            change(tasks.get(c.taskId()), c, replyTo == null ? agent(c.agentId()) : replyTo, correlation);
        } else if (command instanceof Transfer c) {
            transfer(tasks.get(c.taskId()), c, correlation);
        } else if (command instanceof Conference c) {
            confer(tasks.get(c.taskId()), c, correlation);
        }
        route();
    }

    private void ask(Agent agent, AgentStateName state, String reason, String correlation) throws JMSException {
        agent.asked = state;
        agent.reason = reason;
        agent.version++;
        tell(agent, correlation);
    }

    private void change(Work work, TaskStateRequest c, Destination answer, String correlation) throws JMSException {
        boolean on = c.agentId() == null || work.agents.contains(c.agentId());
        if (work.state == TaskStateName.CLOSED || !on) {
            ErrorCode code =
                    work.state == TaskStateName.CLOSED ? ErrorCode.INVALID_TASK_STATE : ErrorCode.OFFER_EXPIRED;
            send(answer, Error.to(c, Refusal.of(code, "No."), now()), correlation);
            return;
        }
        List<String> before = List.copyOf(work.agents);
        boolean leaves = c.state().equals("CLOSED") && c.agentId() != null && work.agents.size() > 1;
        if (c.state().equals("REJECTED")) {
            work.agents.clear();
            become(work, TaskStateName.QUEUED, "REJECTED", before, correlation);
        } else if (leaves) {
            work.agents.remove(c.agentId());
            become(work, work.state, null, before, correlation);
        } else {
            String reason = c.state().equals("CLOSED") ? c.reasonCode() == null ? "DONE" : c.reasonCode() : null;
            become(work, TaskStateName.valueOf(c.state()), reason, before, correlation);
        }
    }

    private void transfer(Work work, Transfer c, String correlation) throws JMSException {
        if (!holds(c.ownerAgentId(), work)) {
            refuse(c, c.ownerAgentId(), ErrorCode.INVALID_TASK_STATE, correlation);
            return;
        }
        List<String> before = List.copyOf(work.agents);
        if (c.recipientAgentId() == null) {
            work.agents.clear();
            become(work, TaskStateName.QUEUED, "TRANSFERRED", before, correlation);
        } else if (free(agents.get(c.recipientAgentId()))) {
            work.agents.clear();
            work.agents.add(c.recipientAgentId());
            become(work, TaskStateName.ACTIVE, null, before, correlation);
            var told = new TaskAgentTransferred(work.id, c.ownerAgentId(), c.recipientAgentId(), "chat", now());
            for (Destination to : List.of(agent(c.ownerAgentId()), agent(c.recipientAgentId()), work.creator)) {
                send(to, told, correlation);
            }
        } else {
            refuse(c, c.ownerAgentId(), ErrorCode.RECIPIENT_NOT_AVAILABLE, correlation);
        }
    }

    private void refuse(Command command, String agentId, ErrorCode code, String correlation) throws JMSException {
        send(agent(agentId), Error.to(command, Refusal.of(code, "No."), now()), correlation);
    }

    private void confer(Work work, Conference c, String correlation) throws JMSException {
        if (!holds(c.conferenceOwner(), work)) {
            refuse(c, c.conferenceOwner(), ErrorCode.INVALID_TASK_STATE, correlation);
            return;
        }
        if (!free(agents.get(c.conferenceParticipant())) || work.agents.contains(c.conferenceParticipant())) {
            refuse(c, c.conferenceOwner(), ErrorCode.RECIPIENT_NOT_AVAILABLE, correlation);
            return;
        }
        List<String> before = List.copyOf(work.agents);
        work.agents.add(c.conferenceParticipant());
        become(work, work.state, null, before, correlation);
        var told = new TaskConferenced(
                work.id, c.conferenceOwner(), c.conferenceParticipant(), "chat", List.copyOf(work.agents), now());
        send(agent(c.conferenceOwner()), told, correlation);
        send(work.creator, told, correlation);
    }

    private void route() throws JMSException {
        for (Work work : tasks.values()) {
            Agent agent = work.state == TaskStateName.QUEUED
                    ? agents.values().stream().filter(this::free).findFirst().orElse(null)
                    : null;
            if (agent != null) {
                work.agents.add(agent.id);
                int offer = ++work.offer;
                become(work, TaskStateName.RESERVED, null, List.of(), work.correlation);
                send(
                        agent(agent.id),
                        new TaskAgentSelected(
                                work.id,
                                agent.id,
                                "chat",
                                "general",
                                offer,
                                work.task.requestId(),
                                Map.of(),
                                now().plusMillis(ringMillis),
                                now()),
                        work.correlation);
                thread.schedule(() -> rona(work, agent, offer), ringMillis, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void rona(Work work, Agent agent, int offer) {
        try {
            if (work.state == TaskStateName.RESERVED && work.offer == offer) {
                work.agents.clear();
                become(work, TaskStateName.QUEUED, "RONA", List.of(agent.id), work.correlation);
                ask(agent, AgentStateName.NOT_READY, "RONA", work.correlation);
                route();
                session.commit();
            }
        } catch (JMSException e) {
            thread.shutdown();
        }
    }

    private void become(Work work, TaskStateName state, String reason, List<String> before, String correlation)
            throws JMSException {
        work.state = state;
        work.reason = reason;
        work.version++;
        List<String> concerned = new ArrayList<>(before);
        work.agents.stream().filter(id -> !before.contains(id)).forEach(concerned::add);
        TaskState told = state(work, false);
        for (String id : concerned) {
            send(agent(id), told, correlation);
            tell(agents.get(id), correlation);
        }
        send(work.creator, told, correlation);
    }

    private boolean free(Agent agent) {
        return agent.asked == AgentStateName.READY && held(agent) < CAPACITY;
    }

    private long held(Agent agent) {
        return tasks.values().stream().filter(work -> holds(agent.id, work)).count();
    }

    /** The customer may have left in the same moment: then it is closed. */
    private static boolean holds(String agentId, Work work) {
        return work.state != TaskStateName.CLOSED && work.agents.contains(agentId);
    }

    private void tell(Agent agent, String correlation) throws JMSException {
        AgentStateName state = agent.asked;
        if (held(agent) > 0) {
            state = state == AgentStateName.NOT_READY ? AgentStateName.PENDING_NOT_READY : AgentStateName.ACTIVE;
        }
        agent.version += state == agent.told ? 0 : 1;
        agent.told = state;
        send(
                agent(agent.id),
                new AgentState(agent.id, "chat", state, agent.reason, now(), agent.version, null),
                correlation);
    }

    private TaskState state(Work work, boolean asked) {
        return new TaskState(
                work.id,
                work.state,
                "chat",
                "general",
                work.agents.isEmpty() ? null : work.agents.get(0),
                work.state == TaskStateName.RESERVED || work.agents.isEmpty() ? null : List.copyOf(work.agents),
                work.reason,
                work.task.requestId(),
                work.offer,
                now(),
                work.version,
                asked ? 1 : null,
                asked ? Map.of() : null,
                asked ? work.offer : null,
                null,
                null);
    }

    private Destination agent(String id) throws JMSException {
        return session.createQueue("Agent." + id);
    }

    private void send(Destination to, org.mediarouter.message.Message body, String correlation) throws JMSException {
        TextMessage message = session.createTextMessage(Codec.encode(body));
        message.setJMSType(body.type());
        message.setJMSCorrelationID(correlation);
        producer.send(to, message);
    }

    private static Instant now() {
        return Instant.now();
    }
}
