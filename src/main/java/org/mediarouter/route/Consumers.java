package org.mediarouter.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Camel's consumers of one queue, with what no step of a route can do: where messages have piled up, several are handled one
 * after the other in one transaction, since it is the commit that takes long (decision 005); and it is said when a
 * transaction is about to be committed, and when it is over.
 *
 * <p>A message that comes again is alone in its transaction, so that it spoils no other one twice.
 */
final class Consumers extends DefaultJmsMessageListenerContainer {
    /** A consumer who got his message sooner than this had not to wait for it: there may be more. */
    private static final long AT_ONCE = TimeUnit.MICROSECONDS.toNanos(50);

    /** No message waits longer than this, and one handling, for the commit. */
    private static final Duration LONGEST = Duration.ofMillis(20);

    private final String queue;
    private final int most;
    private final boolean inGroups;
    private final Transactions transactions;
    private final ThreadLocal<@Nullable MessageConsumer> withMore = new ThreadLocal<>();

    /**
     * For one endpoint.
     *
     * @param most how many messages may share a transaction
     * @param inGroups whether messages come several at a time, so that looking for a next one is worth it even where the first
     *     had to be waited for
     */
    Consumers(JmsEndpoint endpoint, int most, boolean inGroups, Transactions transactions) {
        super(endpoint);
        queue = endpoint.getDestinationName();
        this.most = most;
        this.inGroups = inGroups;
        this.transactions = transactions;
    }

    @Override
    protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
        long began = System.nanoTime();
        Message message = super.receiveMessage(consumer);
        withMore.set(most > 1 && (inGroups || System.nanoTime() - began < AT_ONCE) ? consumer : null);
        return message;
    }

    @Override
    protected void invokeListener(Session session, Message message) throws JMSException {
        List<Message> handled = new ArrayList<>();
        handled.add(message);
        long began = System.nanoTime();
        super.invokeListener(session, message);
        MessageConsumer consumer = withMore.get();
        boolean together = consumer != null && !message.getJMSRedelivered();
        while (together && handled.size() < most && System.nanoTime() - began < LONGEST.toNanos() && isRunning()) {
            Message next = consumer.receiveNoWait();
            if (next == null) {
                break;
            }
            handled.add(next);
            super.invokeListener(session, next);
        }
        transactions.beforeCommit(session, queue, handled);
    }

    @Override
    protected void doExecuteListener(Session session, Message message) throws JMSException {
        try {
            super.doExecuteListener(session, message);
        } finally {
            transactions.over();
        }
    }
}
