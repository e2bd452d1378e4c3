package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.StompClient;

/** STOMP, as a script would speak it. */
final class StompPeer implements Peer {
    private final StompClient client;
    private final String queue;

    StompPeer(StompClient client, String queue) throws IOException {
        this.client = client;
        this.queue = queue;
        client.subscribe("own", queue);
    }

    @Override
    public void send(String type, String correlation, ObjectNode body) throws IOException {
        client.send(
                "General",
                Map.of("type", type, "correlation-id", correlation, "reply-to", queue, "persistent", "true"),
                body.toString());
    }

    @Override
    public @Nullable Heard hear(Duration wait) throws IOException {
        StompClient.Frame frame = client.receive(wait);
        if (frame == null) {
            return null;
        }
        Map<String, String> headers = frame.headers();
        return new Heard(
                headers.getOrDefault("type", ""),
                headers.get("correlation-id"),
                headers.get("Category"),
                headers.get("AgentId"),
                headers.get("TaskId"),
                frame.body());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
