package org.mediarouter.chatserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStates;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Connected;
import org.mediarouter.message.Error;
import org.mediarouter.message.Message;
import org.mediarouter.message.QueueState;
import org.mediarouter.message.Restored;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskQueued;
import org.mediarouter.message.TaskState;

/**
 * A message that came in.
 *
 * @param queue where it came to: an agent's destination, or one of the Chat Server's own
 * @param received when, before it waited for anything here
 */
record Inbound(String queue, @Nullable String correlation, Message message, Instant received) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads what C told.
     *
     * @return null for a type that isn't known here: C may tell more than this Chat Server wants to know
     * @throws IllegalArgumentException what C told isn't what the protocol says
     */
    static @Nullable Message decode(@Nullable String type, String body) {
        if (type == null) {
            throw new IllegalArgumentException("A message without JMSType");
        }
        return switch (type) {
            case "Connected" -> Codec.decode(Connected.class, body);
            case "AgentState" ->
                ofAllMrds(body) ? Codec.decode(AgentStates.class, body) : Codec.decode(AgentState.class, body);
            case "TaskState" -> Codec.decode(TaskState.class, body);
            case "TaskAgentSelected" -> Codec.decode(TaskAgentSelected.class, body);
            case "TaskConferenced" -> Codec.decode(TaskConferenced.class, body);
            case "TaskAgentTransferred" -> Codec.decode(TaskAgentTransferred.class, body);
            case "TaskQueued" -> Codec.decode(TaskQueued.class, body);
            case "QueueState" -> Codec.decode(QueueState.class, body);
            case "Restored" -> Codec.decode(Restored.class, body);
            case "Error" -> Codec.decode(Error.class, body);
            default -> null;
        };
    }

    private static boolean ofAllMrds(String body) {
        if (!body.contains("\"States\"")) {
            return false;
        }
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.has("States");
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }
}
