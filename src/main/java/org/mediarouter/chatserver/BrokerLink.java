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
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the broker. Sends are persistent and don't wait; what the broker hasn't confirmed is sent again, in
 * its order, after a reconnection (every command may come twice: tasks carry a {@code RequestId}, and asking for what is
 * already so changes nothing). {@link #open}, {@link #send} and {@link #close} are called by one thread.
 */
final class BrokerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
    /** One session's thread serves that many queues. */
    private static final int QUEUES_PER_SESSION = 100;

    private record Letter(
            Command command, String correlation, @Nullable String replyTo) {}

    private final BrokerAccess access;
    private final List<String> queues;
    private final Listener listener;
    private final Witness witness;
    /** By number, in the order sent; guarded by itself. */
    private final Map<Long, Letter> unconfirmed = new LinkedHashMap<>();

    private final List<Connection> connections = new ArrayList<>();
    private @Nullable ActiveMQConnectionFactory sender;
    private @Nullable ActiveMQConnectionFactory receiver;
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

    BrokerLink(BrokerAccess access, List<String> queues, Listener listener, Witness witness) {
        this.access = access;
        this.queues = List.copyOf(queues);
        this.listener = listener;
        this.witness = witness;
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
        disconnect();
        long mine = ++epoch;
        Connection outward = connect(outwards(), mine);
        Session sending = outward.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session = sending;
        producer = sending.createProducer(sending.createQueue(Destination.GENERAL.name()));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        Connection inward = connect(inwards(), mine);
        Session consuming = null;
        int consumers = 0;
        for (String queue : queues) {
            if (consuming == null || consumers++ % QUEUES_PER_SESSION == 0) {
                consuming = inward.createSession(false, Session.AUTO_ACKNOWLEDGE);
            }
            consuming.createConsumer(consuming.createQueue(queue)).setMessageListener(message -> pass(queue, message));
        }
        inward.start();
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
        disconnect();
        if (sender != null) {
            sender.close();
        }
        if (receiver != null) {
            receiver.close();
        }
    }

    /** Until the next {@link #open}. */
    void disconnect() {
        session = null;
        producer = null;
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (JMSException e) {
                LOG.debug("Closing a connection that is gone", e);
            }
        }
        connections.clear();
    }

    private ActiveMQConnectionFactory outwards() throws JMSException {
        ActiveMQConnectionFactory known = sender;
        if (known == null) {
            known = access.sending();
            sender = known;
        }
        return known;
    }

    private ActiveMQConnectionFactory inwards() throws JMSException {
        ActiveMQConnectionFactory known = receiver;
        if (known == null) {
            known = access.receiving();
            receiver = known;
        }
        return known;
    }

    private Connection connect(ConnectionFactory factory, long mine) throws JMSException {
        Connection connection = factory.createConnection();
        connections.add(connection);
        connection.setExceptionListener(cause -> listener.lost(mine, cause));
        return connection;
    }

    private void transmit(long number, Letter letter) throws JMSException {
        Session through = session;
        MessageProducer by = producer;
        if (through == null || by == null) {
            return;
        }
        String body = Codec.encode(letter.command());
        TextMessage message = through.createTextMessage(body);
        message.setJMSType(letter.command().type());
        message.setJMSCorrelationID(letter.correlation());
        if (letter.replyTo() != null) {
            message.setJMSReplyTo(through.createQueue(letter.replyTo()));
        }
        witness.sent(letter.correlation(), letter.command().type(), letter.replyTo(), body);
        by.send(message, new Confirmation(number, letter.correlation(), epoch));
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
        private final String correlation;
        private final long mine;

        Confirmation(long number, String correlation, long mine) {
            this.number = number;
            this.correlation = correlation;
            this.mine = mine;
        }

        @Override
        public void onCompletion(Message message) {
            witness.accepted(correlation);
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
