package org.mediarouter.chatserver;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the broker. Sends are persistent and don't wait; what the broker hasn't confirmed is sent again, in
 * its order, after a reconnection (every command may come twice: tasks carry a {@code RequestId}, and asking for what is
 * already so changes nothing). {@link #open}, {@link #send} and {@link #close} are called by one thread.
 */
final class BrokerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
    /** One session's thread serves that many queues. */
    private static final int QUEUES_PER_SESSION = 100;

    private record Letter(
            Command command, String correlation, @Nullable String replyTo) {}

    private final ConnectionFactory factory;
    private final List<String> queues;
    private final Listener listener;
    /** By number, in the order sent; guarded by itself. */
    private final Map<Long, Letter> unconfirmed = new LinkedHashMap<>();

    private @Nullable Connection connection;
    private @Nullable Session session;
    private @Nullable MessageProducer producer;
    private long numbers;
    private long epoch;

    /** Hears of messages, on the client's threads, and of the loss of the connection. */
    interface Listener {
        void received(String queue, Message message) throws JMSException;

        /** @param epoch of the connection that was lost: see {@link #epoch()} */
        void lost(long epoch, Exception cause);
    }

    BrokerLink(ConnectionFactory factory, List<String> queues, Listener listener) {
        this.factory = factory;
        this.queues = List.copyOf(queues);
        this.listener = listener;
    }

    /** Counts the connections; a loss that is reported of an earlier one is old news. */
    long epoch() {
        return epoch;
    }

    /**
     * Connects, consumes, and sends again what was not confirmed.
     *
     * @throws JMSException the broker isn't there or refuses; may be tried again
     */
    void open() throws JMSException {
        close();
        long mine = ++epoch;
        Connection opened = factory.createConnection();
        connection = opened;
        opened.setExceptionListener(cause -> listener.lost(mine, cause));
        Session sending = opened.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session = sending;
        producer = sending.createProducer(sending.createQueue(Destination.GENERAL.name()));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        Session consuming = null;
        int consumers = 0;
        for (String queue : queues) {
            if (consuming == null || consumers++ % QUEUES_PER_SESSION == 0) {
                consuming = opened.createSession(false, Session.AUTO_ACKNOWLEDGE);
            }
            consuming.createConsumer(consuming.createQueue(queue)).setMessageListener(message -> pass(queue, message));
        }
        opened.start();
        List<Map.Entry<Long, Letter>> again;
        synchronized (unconfirmed) {
            again = new ArrayList<>(unconfirmed.entrySet());
        }
        for (Map.Entry<Long, Letter> letter : again) {
            transmit(letter.getKey(), letter.getValue());
        }
    }

    /** Sends to {@code General}, now or after the next reconnection. */
    void send(Command command, String correlation, @Nullable String replyTo) {
        Letter letter = new Letter(command, correlation, replyTo);
        long number = numbers++;
        synchronized (unconfirmed) {
            unconfirmed.put(number, letter);
        }
        try {
            transmit(number, letter);
        } catch (JMSException | JMSRuntimeException e) {
            listener.lost(epoch, e);
        }
    }

    int unconfirmed() {
        synchronized (unconfirmed) {
            return unconfirmed.size();
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        session = null;
        producer = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException e) {
                LOG.debug("Closing a connection that is gone", e);
            }
        }
    }

    private void transmit(long number, Letter letter) throws JMSException {
        Session through = session;
        MessageProducer by = producer;
        if (through == null || by == null) {
            return;
        }
        TextMessage message = through.createTextMessage(Codec.encode(letter.command()));
        message.setJMSType(letter.command().type());
        message.setJMSCorrelationID(letter.correlation());
        if (letter.replyTo() != null) {
            message.setJMSReplyTo(through.createQueue(letter.replyTo()));
        }
        by.send(message, new Confirmation(number, epoch));
    }

    private void pass(String queue, Message message) {
        try {
            listener.received(queue, message);
        } catch (JMSException e) {
            LOG.warn("A message in {} can't be read", queue, e);
        }
    }

    private final class Confirmation implements CompletionListener {
        private final long number;
        private final long mine;

        Confirmation(long number, long mine) {
            this.number = number;
            this.mine = mine;
        }

        @Override
        public void onCompletion(Message message) {
            synchronized (unconfirmed) {
                unconfirmed.remove(number);
            }
        }

        @Override
        public void onException(Message message, Exception exception) {
            LOG.debug("Not confirmed in connection {}", mine, exception);
            listener.lost(mine, exception);
        }
    }
}
