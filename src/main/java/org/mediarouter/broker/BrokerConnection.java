package org.mediarouter.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's way to its broker, embedded or external: the shared pool of connections, and what has to be asked of the
 * broker itself. One for a node.
 */
public final class BrokerConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);

    /**
     * What our transacted consumers need, unless the URL says otherwise. Times in ms, sizes in bytes.
     * The messages of a node that hangs go to another after the TTL. Sends inside a transaction don't wait each for the
     * disk: the commit does, and fails for all of them. What a consumer has taken before it can handle it is little: who comes
     * or goes waits until it is done, or hands it on as messages that come again. A call that went down with the broker is
     * given up after its timeout, and so is the handshake that a relay before the broker takes and drops; nothing of the node
     * goes on before (decision 009).
     */
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("connectionTTL", "8000");
        DEFAULTS.put("clientFailureCheckPeriod", "2500");
        DEFAULTS.put("reconnectAttempts", "-1");
        DEFAULTS.put("retryInterval", "100");
        DEFAULTS.put("retryIntervalMultiplier", "1.5");
        DEFAULTS.put("maxRetryInterval", "3000");
        DEFAULTS.put("callTimeout", "5000");
        DEFAULTS.put("consumerWindowSize", "32768");
        // The body of a message is nobody's Java object here.
        DEFAULTS.put("deserializationDenyList", "*");
    }

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final ActiveMQConnectionFactory artemis;
    private final ConnectionPool pool;
    private final ActiveMQConnection own;
    private final Way way;
    private final Addresses addresses;
    private final MessageIdentity identity;
    private final Destinations destinations = new Destinations();

    private BrokerConnection(ActiveMQConnectionFactory artemis) throws JMSException {
        this.artemis = artemis;
        this.own = (ActiveMQConnection) artemis.createConnection();
        this.way = Way.of(own);
        this.addresses = new Addresses(own);
        this.identity = new MessageIdentity(own);
        this.pool = new ConnectionPool(artemis);
    }

    /**
     * Connects. Waits for a broker that is not there yet, or that accepts connections and says nothing, as one does that is
     * just starting.
     *
     * @param url {@link EmbeddedBroker#url()}, {@code tcp://HOST:PORT}, or {@code (tcp://A:P,tcp://B:P)?ha=true} for a
     *     pair; parameters of the URL take precedence over ours
     * @throws JMSException the broker refuses the user, or the URL says that a broker isn't waited for
     */
    public static BrokerConnection open(String url, String user, String password) throws JMSException {
        while (true) {
            ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory(withDefaults(url), user, password);
            try {
                return new BrokerConnection(artemis);
            } catch (JMSException | RuntimeException e) {
                artemis.close();
                if (!isAway(e) || Thread.currentThread().isInterrupted() || url.contains("reconnectAttempts=")) {
                    throw e;
                }
                LOG.warn("the broker {} can't be reached or doesn't answer; trying again", bare(url));
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Not there, or silent, or gone before it had answered; where it refuses the user it is there. */
    private static boolean isAway(Exception e) {
        return e.getCause() instanceof ActiveMQConnectionTimedOutException
                || e.getCause() instanceof ActiveMQNotConnectedException;
    }

    /** Without its parameters: there may be a password among them. */
    private static String bare(String url) {
        return url.replaceAll("\\?[^,)]*", "");
    }

    static String withDefaults(String url) {
        StringBuilder full = new StringBuilder(url);
        char separator = url.indexOf('?', url.lastIndexOf(')') + 1) < 0 ? '?' : '&';
        for (Map.Entry<String, String> option : DEFAULTS.entrySet()) {
            if (!url.contains(option.getKey() + "=")) {
                full.append(separator).append(option.getKey()).append('=').append(option.getValue());
                separator = '&';
            }
        }
        return full.toString();
    }

    /** The pool that every JMS component of the node shares: consuming and sending in one session is one transaction. */
    public ConnectionFactory connectionFactory() {
        return pool;
    }

    /**
     * Whether the way to the broker is broken, and being made anew: what is sent waits, and nothing is received. A broker that
     * says nothing is noticed after some seconds.
     */
    public boolean broken() {
        return way.broken() || pool.broken();
    }

    /** The broker user that the node is. */
    public String user() {
        return artemis.getUser();
    }

    /** Tells messages apart across redeliveries. */
    public MessageIdentity identity() {
        return identity;
    }

    /** Asks whether a destination exists. */
    public Addresses addresses() {
        return addresses;
    }

    /** The destinations to send to. */
    public Destinations destinations() {
        return destinations;
    }

    @Override
    public void close() {
        // First what would wait for the broker's answer, which may never come.
        artemis.close();
        pool.stop();
    }
}
