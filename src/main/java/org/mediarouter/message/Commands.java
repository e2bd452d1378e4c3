package org.mediarouter.message;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each command is read from its members (protocol, section 3). */
final class Commands {
    @FunctionalInterface
    interface Reader {
        Command read(Members members) throws Members.Fault;
    }

    static final Map<String, Reader> BY_TYPE = Map.ofEntries(
            entry("Connect", Commands::connect),
            entry("Login", m -> new Login(m.id("AgentId"), m.text("Password"), m.id("Mrd"))),
            entry("AgentState", Commands::agentState),
            entry("Conference", Commands::conference),
            entry("Transfer", Commands::transfer),
            entry("TaskState", Commands::taskState),
            entry("Task", Commands::task),
            entry("GetAgentState", m -> new GetAgentState(m.id("AgentId"), m.optionalId("Mrd"))),
            entry("GetTaskState", m -> new GetTaskState(m.id("TaskId"))),
            entry("GetQueueState", m -> new GetQueueState(m.id("Queue"))),
            entry("chat-server-restore", m -> new ChatServerRestore(m.ids("AgentIds"))));

    private Commands() {}

    private static Command connect(Members m) throws Members.Fault {
        return new Connect(
                m.id("AgentId"), m.text("Password"), m.optionalText("Extension"), m.optionalText("Destination"));
    }

    private static Command agentState(Members m) throws Members.Fault {
        return new AgentStateRequest(
                m.id("AgentId"), m.text("State"), m.id("Mrd"), m.optionalText("ReasonCode"), m.flag("Force"));
    }

    private static Command conference(Members m) throws Members.Fault {
        return new Conference(
                m.id("TaskId"), m.id("ConferenceOwner"), m.id("ConferenceParticipant"), m.optionalId("Mrd"), null);
    }

    private static Command transfer(Members m) throws Members.Fault {
        String task = m.id("TaskId");
        String owner = m.id("OwnerAgentId");
        @Nullable String queue = m.optionalId("RecipientQueue");
        @Nullable String agent = queue == null ? m.id("RecipientAgentId") : m.optionalId("RecipientAgentId");
        if (queue != null && agent != null) {
            m.invalid("RecipientQueue", "can't be given together with RecipientAgentId");
        }
        return new Transfer(task, owner, agent, queue, null, null);
    }

    private static Command taskState(Members m) throws Members.Fault {
        return new TaskStateRequest(
                m.id("TaskId"),
                m.text("State"),
                m.optionalId("AgentId"),
                m.optionalText("ReasonCode"),
                m.optionalInteger("Offer", 1, Integer.MAX_VALUE));
    }

    private static Command task(Members m) throws Members.Fault {
        @Nullable String mrd = m.optionalId("Mrd");
        @Nullable String queue = m.optionalId("Queue");
        if (mrd == null && queue == null) {
            throw m.missing("Mrd");
        }
        @Nullable Integer priority = m.optionalInteger("Priority", 1, 10);
        return new Task(
                mrd,
                queue,
                priority == null ? 1 : priority,
                m.attributes("Attributes"),
                m.optionalText("CustomerId"),
                m.optionalId("PreferredAgentId"),
                m.optionalText("RequestId"),
                m.optionalSeconds("ExpiresIn"));
    }
}
