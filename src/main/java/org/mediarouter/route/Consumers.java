package org.mediarouter.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.Prefetched;

/**
 * Camel's consumers of one queue, with what no step of a route can do: where messages have piled up, several are handled one
 * after the other in one transaction, since it is the commit that takes long (decision 005); and it is said when a
 * transaction is about to be committed, and when it is over.
 *
 * <p>A message that comes again is alone in its transaction, so that it spoils no other one twice.
 */
final class Consumers extends DefaultJmsMessageListenerContainer {
    /** No message waits longer than this, and one handling, for the commit. */
    private static final Duration LONGEST = Duration.ofMillis(20);

    private final String queue;
    private final int most;
    private final Transactions transactions;
    private final ThreadLocal<@Nullable MessageConsumer> receiving = new ThreadLocal<>();

    /**
     * For one endpoint.
     *
     * @param most how many messages may share a transaction
     */
    Consumers(JmsEndpoint endpoint, int most, Transactions transactions) {
        super(endpoint);
        queue = endpoint.getDestinationName();
        this.most = most;
        this.transactions = transactions;
    }

    @Override
    protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
        receiving.set(consumer);
        return super.receiveMessage(consumer);
    }

    @Override
    protected void invokeListener(Session session, Message message) throws JMSException {
        List<Message> handled = new ArrayList<>();
        long began = System.nanoTime();
        for (Message next = message; next != null; next = another(session, handled, began)) {
            handled.add(next);
            super.invokeListener(session, next);
        }
        transactions.beforeCommit(session, queue, handled);
    }

    /** One that is there already and may share the transaction of these; null where there is none. */
    private @Nullable Message another(Session session, List<Message> handled, long began) throws JMSException {
        MessageConsumer consumer = receiving.get();
        return consumer != null
                        && handled.size() < most
                        && System.nanoTime() - began < LONGEST.toNanos()
                        && !handled.get(0).getJMSRedelivered()
                        && isRunning()
                        && Prefetched.any(session)
                ? consumer.receiveNoWait()
                : null;
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
