package org.mediarouter.broker;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Chat Server can do, in the words of its protocol's own client. Refusals are exceptions of whatever class. */
public interface ForeignClient extends AutoCloseable {

    /** The protocols of the broker. */
    enum Protocol {
        CORE,
        OPENWIRE,
        AMQP,
        STOMP
    }

    /** A message as the client sees it. */
    record Received(
            String type,
            @Nullable String correlationId,
            String body,
            @Nullable String category) {}

    static ForeignClient open(Protocol protocol, BrokerFixture fixture, String user) throws Exception {
        return switch (protocol) {
            case CORE -> new JakartaClient(fixture.core(user));
            case AMQP -> new JakartaClient(fixture.amqp(user));
            case OPENWIRE -> new OpenWireClient(fixture.openWire(user));
            case STOMP -> new StompForeignClient(fixture.stomp(user));
        };
    }

    /**
     * Sends a persistent text message and waits until the broker has it.
     *
     * @param headers {@code type}, {@code correlation-id}, {@code reply-to} (a queue, or what {@link #temporaryQueue} gave);
     *     the rest are string properties
     */
    void send(String queue, Map<String, String> headers, String body) throws Exception;

    /** Starts to consume from a queue, or from a topic written {@code topic://NAME}. One at a time. */
    void consume(String destination) throws Exception;

    /** Looks through a queue without taking anything; a protocol that can't consumes. */
    void browse(String queue) throws Exception;

    /** The next message of what is consumed; null when none comes in time. */
    @Nullable
    Received receive(Duration wait) throws Exception;

    /** Makes a temporary queue, consumes from it, and gives its name for {@code reply-to}. STOMP has none. */
    String temporaryQueue() throws Exception;
}
