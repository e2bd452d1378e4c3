package org.mediarouter.message;

import java.util.List;

/**
 * What is done about one type of message. It has changed the shared state when it returns, and returns what is to be sent
 * in the same transaction; refusals are among that, as {@link Error}. Called again with the same {@link
 * Envelope#operation()} it changes nothing more and returns the same.
 */
@FunctionalInterface
public interface Handler<M extends Message> {
    /**
     * Handles one message.
     *
     * @throws Unavailable if something of ours is away: the message is to be kept and tried again
     */
    List<Outgoing> handle(M message, Envelope envelope);
}
