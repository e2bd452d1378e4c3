package org.mediarouter.route;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.finesse.Reports;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.OutsideStateChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what the contact centre says of agents into {@code CommunicationServer}, with the agent as message group: from there
 * on it is a message like any other, with its transaction and its place in the order. While the broker is away, it waits
 * here.
 */
public final class ReportPost implements Reports, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPost.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TOGETHER = 50;

    /** What waits beyond that is dropped: the agents' states are read anew before long. */
    private static final int MOST = 20_000;

    private final BrokerConnection broker;
    private final Sender sender;
    private final BlockingQueue<Outgoing> waiting = new LinkedBlockingQueue<>(MOST);
    private final Thread postman = new Thread(this::deliver, "outside-reports");

    /** Begins at once. */
    public ReportPost(BrokerConnection broker) {
        this.broker = broker;
        this.sender = new Sender(new Reach(broker.addresses()));
        postman.setDaemon(true);
        postman.start();
    }

    @Override
    public void report(String agentId, OutsideState state) {
        OutsideStateChanged changed = new OutsideStateChanged(
                agentId,
                state.loggedIn(),
                state.unsure(),
                state.ready(),
                state.reason(),
                state.call(),
                state.since(),
                state.read());
        boolean taken = waiting.offer(new Outgoing(
                Destination.COMMUNICATION_SERVER,
                changed,
                "outside-" + UUID.randomUUID(),
                agentId,
                null,
                List.of(),
                null));
        if (!taken) {
            LOG.warn("A report about agent {} is dropped: {} wait for the broker already", agentId, MOST);
        }
    }

    private void deliver() {
        List<Outgoing> batch = new ArrayList<>();
        try {
            while (true) {
                if (batch.isEmpty()) {
                    batch.add(waiting.take());
                    waiting.drainTo(batch, TOGETHER - 1);
                }
                if (sent(batch)) {
                    batch.clear();
                } else {
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} reports were left", batch.size() + waiting.size());
        }
    }

    private boolean sent(List<Outgoing> batch) {
        try (Connection connection = broker.connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            sender.send(session, batch);
            sender.deliver(session);
            session.commit();
            return true;
        } catch (JMSException | RuntimeException e) {
            LOG.debug("{} reports wait for the broker", batch.size(), e);
            return false;
        } finally {
            sender.forget();
        }
    }

    @Override
    public void close() {
        postman.interrupt();
    }
}
