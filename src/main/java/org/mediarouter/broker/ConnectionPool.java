package org.mediarouter.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.messaginghub.pooled.jms.pool.PooledConnection;
import org.messaginghub.pooled.jms.pool.PooledConnectionKey;

/**
 * One connection for everything on the node that uses JMS, and its sessions for use again and again.
 *
 * <p>When the way to the broker breaks, Artemis' client makes it anew under its sessions, and their open transactions can only be
 * rolled back. The pool, too, hears of it, and would close the connection. That would end them from another thread, between
 * the acknowledgement of a message and the commit of what was sent for it: the one is lost, the other isn't, and the message
 * is handled twice.
 */
final class ConnectionPool extends JmsPoolConnectionFactory {
    private static final int SESSIONS = 500;

    private volatile @Nullable Way way;

    ConnectionPool(ActiveMQConnectionFactory artemis) {
        setConnectionFactory(artemis);
        setMaxConnections(1);
        setMaxSessionsPerConnection(SESSIONS);
        setConnectionIdleTimeout(0);
    }

    /** Whether the node's connection reaches nobody at the moment. */
    boolean broken() {
        @Nullable Way current = way;
        return current != null && current.broken();
    }

    @Override
    protected Connection createProviderConnection(PooledConnectionKey key) throws JMSException {
        Connection connection = super.createProviderConnection(key);
        way = Way.of(connection);
        return connection;
    }

    @Override
    protected PooledConnection createPooledConnection(Connection connection) {
        return new PooledConnection(connection) {
            @Override
            public void onException(JMSException exception) {
                setFaultTolerantConnection(ActiveMQConnection.EXCEPTION_FAILOVER.equals(exception.getErrorCode()));
                super.onException(exception);
            }
        };
    }
}
