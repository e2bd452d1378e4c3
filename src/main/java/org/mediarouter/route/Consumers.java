package org.mediarouter.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Camel's consumers of one queue, with two things that no step of a route can do: where messages have piled up, several are
 * handled one after the other in one transaction, since it is the commit that takes long (decision 005); and it is said when
 * a transaction is over.
 *
 * <p>A message that comes again is alone in its transaction, so that it spoils no other one twice.
 */
final class Consumers extends DefaultJmsMessageListenerContainer {
    /** A consumer who got his message sooner than this had not to wait for it: there may be more. */
    private static final long AT_ONCE = TimeUnit.MICROSECONDS.toNanos(50);

    /** No message waits longer than this, and one handling, for the commit. */
    private static final Duration LONGEST = Duration.ofMillis(5);

    private final int most;
    private final boolean inGroups;
    private final Runnable transactionOver;
    private final ThreadLocal<@Nullable MessageConsumer> withMore = new ThreadLocal<>();

    /**
     * For one endpoint.
     *
     * @param most how many messages may share a transaction
     * @param inGroups whether messages come several at a time, so that looking for a next one is worth it even where the first
     *     had to be waited for
     * @param transactionOver called by the consumer's thread after each commit and each rollback
     */
    Consumers(JmsEndpoint endpoint, int most, boolean inGroups, Runnable transactionOver) {
        super(endpoint);
        this.most = most;
        this.inGroups = inGroups;
        this.transactionOver = transactionOver;
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
        long began = System.nanoTime();
        super.invokeListener(session, message);
        MessageConsumer consumer = withMore.get();
        if (consumer == null || message.getJMSRedelivered()) {
            return;
        }
        for (int handled = 1;
                handled < most && System.nanoTime() - began < LONGEST.toNanos() && isRunning();
                handled++) {
            Message next = consumer.receiveNoWait();
            if (next == null) {
                return;
            }
            super.invokeListener(session, next);
        }
    }

    @Override
    protected void doExecuteListener(Session session, Message message) throws JMSException {
        try {
            super.doExecuteListener(session, message);
        } finally {
            transactionOver.run();
        }
    }
}
