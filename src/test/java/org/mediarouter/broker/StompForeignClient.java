package org.mediarouter.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** STOMP, whose names of headers are those of {@link ForeignClient}. */
final class StompForeignClient implements ForeignClient {

    private final StompClient client;

    StompForeignClient(StompClient client) {
        this.client = client;
    }

    @Override
    public void send(String queue, Map<String, String> headers, String body) throws IOException {
        client.send(queue, headers, body);
    }

    @Override
    public void consume(String destination) throws IOException {
        client.subscribe("s", destination);
    }

    @Override
    public void browse(String queue) throws IOException {
        consume(queue);
    }

    @Override
    public @Nullable Received receive(Duration wait) throws IOException {
        StompClient.Frame frame = client.receive(wait);
        return frame == null
                ? null
                : new Received(
                        frame.headers().getOrDefault("type", ""),
                        frame.headers().get("correlation-id"),
                        frame.body(),
                        frame.headers().get("Category"));
    }

    @Override
    public String temporaryQueue() {
        throw new UnsupportedOperationException("STOMP has no temporary queues");
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
