package org.mediarouter.chatserver;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out and comes in: messages to records, answers to commands, connections lost and found. All on the desk, but for
 * the receiving itself.
 */
final class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final Duration RECONNECT = Duration.ofMillis(500);

    /** @param agent who sent it; null: the Chat Server itself or a customer */
    record Asked(Command command, @Nullable VirtualAgent agent) {}

    private final BrokerLink link;
    private final Desk desk;
    private final InstantSource clock;
    private final String ownQueue;
    private final String run;
    private final Consumer<Inbound> reader;
    private final Witness witness;
    /** Commands not yet answered, by correlation. */
    private final Map<String, Asked> unanswered = new HashMap<>();

    private long numbers;
    private long unreadable;

    /**
     * @param run makes the correlations of this run differ from those of others
     * @param reader hears of every message, on the desk
     */
    Post(
            BrokerAccess access,
            List<String> queues,
            String ownQueue,
            String run,
            Desk desk,
            InstantSource clock,
            Consumer<Inbound> reader,
            Witness witness) {
        this.link = new BrokerLink(access, queues, new Ears(), witness);
        this.witness = witness;
        this.ownQueue = ownQueue;
        this.run = run;
        this.desk = desk;
        this.clock = clock;
        this.reader = reader;
    }

    /** Connects for the first time; empty when that went well. */
    Optional<JMSException> open() {
        try {
            link.open();
            return Optional.empty();
        } catch (JMSException e) {
            link.disconnect();
            return Optional.of(e);
        }
    }

    void close() {
        link.close();
    }

    /**
     * An agent's commands name the agent, so their answers come to the agent's destination without more ado; what names
     * none says where the answer shall go.
     */
    void send(Command command, @Nullable VirtualAgent agent) {
        String correlation =
                command instanceof Task task && task.requestId() != null ? task.requestId() : run + "." + numbers++;
        @Nullable String replyTo = null;
        if (agent == null) {
            replyTo = ownQueue;
        } else if (command instanceof GetTaskState) {
            replyTo = Destination.ofAgent(agent.profile().id()).name();
        }
        unanswered.put(correlation, new Asked(command, agent));
        link.send(command, correlation, replyTo);
    }

    /** The command that this is the first answer to, or the first event of; null where there is none. */
    @Nullable
    Asked answeredBy(Inbound in) {
        return in.correlation() == null ? null : unanswered.remove(in.correlation());
    }

    int unanswered() {
        return unanswered.size();
    }

    /** Messages that were not what the protocol says. */
    long unreadable() {
        return unreadable;
    }

    private void read(
            String queue, @Nullable String type, @Nullable String correlation, String body, Instant received) {
        org.mediarouter.message.@Nullable Message decoded;
        try {
            decoded = Inbound.decode(type, body);
        } catch (IllegalArgumentException e) {
            unreadable++;
            LOG.warn("A {} that isn't one, in {}", type, queue, e);
            return;
        }
        if (decoded != null) {
            reader.accept(new Inbound(queue, correlation, decoded, received));
        }
    }

    private void reconnect(long lostEpoch, Exception cause) {
        if (lostEpoch != link.epoch()) {
            return;
        }
        LOG.warn("The broker is away ({}); trying again", cause.toString());
        try {
            link.open();
            LOG.info("The broker is back");
        } catch (JMSException e) {
            link.disconnect();
            long epoch = link.epoch();
            desk.later(RECONNECT, () -> reconnect(epoch, e));
        }
    }

    private final class Ears implements BrokerLink.Listener {
        @Override
        public void received(String queue, Message message) throws JMSException {
            Instant received = clock.instant();
            String type = message.getJMSType();
            String correlation = message.getJMSCorrelationID();
            String body = message instanceof TextMessage text ? text.getText() : "";
            witness.received(new Witness.Delivery(
                    received, queue, message.getJMSMessageID(), message.getJMSRedelivered(), type, correlation, body));
            desk.now(() -> read(queue, type, correlation, body, received));
        }

        @Override
        public void lost(long epoch, Exception cause) {
            desk.now(() -> reconnect(epoch, cause));
        }
    }
}
