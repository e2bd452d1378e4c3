package org.mediarouter.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.client.FailoverEventListener;
import org.apache.activemq.artemis.api.core.client.FailoverEventType;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;

/** The way of one connection to the broker, which Artemis' client makes anew when it breaks. */
final class Way implements FailoverEventListener {
    private volatile boolean broken;

    /** Of that connection, from now on. */
    static Way of(Connection connection) throws JMSException {
        Way way = new Way();
        ((ActiveMQConnection) connection).setFailoverListener(way);
        return way;
    }

    /** Whether nothing reaches the broker: the way is being made anew. */
    boolean broken() {
        return broken;
    }

    @Override
    public void failoverEvent(FailoverEventType event) {
        // Where it was given up, the connection is closed, and the next one has a way of its own.
        broken = event == FailoverEventType.FAILURE_DETECTED;
    }
}
