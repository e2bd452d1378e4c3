package org.mediarouter.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Chat Server may send to {@code General}: rows 1-4, 7, 11, 13, 16, 17 and the extensions. */
public sealed interface Command extends Message
        permits AgentStateRequest,
                ChatServerRestore,
                Conference,
                Connect,
                GetAgentState,
                GetQueueState,
                GetTaskState,
                Login,
                Task,
                TaskStateRequest,
                Transfer {

    /**
     * The agents it names, in whatever member: commands that share one take effect in the order sent. The first is the
     * one to whom the answer goes where the command has no {@code JMSReplyTo}.
     */
    List<String> agents();

    /** The agent whose destination hears the answer where there is no {@code JMSReplyTo} (protocol, section 2). */
    default @Nullable String speaker() {
        return agents().isEmpty() ? null : agents().get(0);
    }
}
