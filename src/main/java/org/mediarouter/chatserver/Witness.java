package org.mediarouter.chatserver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sees what a Chat Server hands to its JMS client and what comes from it, before anything is made of it. Called on several
 * threads, also the client's own: it must be quick and thread-safe.
 *
 * <pre>{@code
 * new ChatServer(access, scenario, clock, new Witness() {
 *     public void received(Witness.Delivery delivery) { heard.add(delivery.type()); }
 * });
 * }</pre>
 */
public interface Witness {
    /** Sees nothing. */
    Witness NONE = new Witness() {};

    /**
     * A message as it came.
     *
     * @param at when
     * @param destination the queue
     * @param messageId {@code JMSMessageID}: the same for a message that is delivered once more
     * @param redelivered {@code JMSRedelivered}
     */
    record Delivery(
            Instant at,
            String destination,
            @Nullable String messageId,
            boolean redelivered,
            @Nullable String type,
            @Nullable String correlation,
            String body) {}

    /** A command goes to {@code General}; once more, with the same correlation, when an earlier try wasn't confirmed. */
    default void sent(String correlation, String type, @Nullable String replyTo, String body) {}

    /** The broker has confirmed a command: it has it. */
    default void accepted(String correlation) {}

    /** A message came. */
    default void received(Delivery delivery) {}
}
