package org.mediarouter.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent in the transaction of the one that caused it.
 *
 * @param group the message group, an MRD: one consumer in the cluster at a time
 * @param replyTo internal: where the answer to the command shall go, passed on as property {@code ReplyTo}
 * @param audience internal, as property {@code Audience}: the agents concerned; C tells them, M looks at them anew
 * @param deliverAt internal: not before this
 */
public record Outgoing(
        Destination to,
        Message body,
        String correlation,
        @Nullable String group,
        @Nullable Destination replyTo,
        List<String> audience,
        @Nullable Instant deliverAt) {

    /** To a client. */
    public static Outgoing told(Destination to, Message body, String correlation) {
        return new Outgoing(to, body, correlation, null, null, List.of(), null);
    }

    /** C to M, in the line of the MRD. */
    public static Outgoing toEngine(String mrd, Message body, String correlation, @Nullable Destination replyTo) {
        return new Outgoing(Destination.ROUTING_ENGINE, body, correlation, mrd, replyTo, List.of(), null);
    }

    /** C to M, in the line of the MRD: a task has changed for these agents. */
    public static Outgoing toEngine(String mrd, Message body, String correlation, List<String> audience) {
        return new Outgoing(Destination.ROUTING_ENGINE, body, correlation, mrd, null, audience, null);
    }

    /** M to C, in the line of the MRD; C tells it to the audience. */
    public static Outgoing toCommunicationServer(
            String mrd, Message body, String correlation, @Nullable Destination replyTo, List<String> audience) {
        return new Outgoing(Destination.COMMUNICATION_SERVER, body, correlation, mrd, replyTo, audience, null);
    }
}
