package org.mediarouter.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.core.client.impl.ClientConsumerInternal;
import org.apache.activemq.artemis.core.client.impl.ClientSessionImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.messaginghub.pooled.jms.JmsPoolSession;

/** What the broker has sent to a session of ours before it was asked for it. */
public final class Prefetched {
    private Prefetched() {}

    /**
     * Whether a consumer of this session could have a message at once. JMS can only receive, and where nothing is there
     * Artemis' {@code receiveNoWait} asks the broker and waits for its answer.
     *
     * @param session one of {@link BrokerConnection#connectionFactory()}
     */
    public static boolean any(Session session) throws JMSException {
        ActiveMQSession own = (ActiveMQSession) ((JmsPoolSession) session).getInternalSession();
        for (ClientConsumerInternal consumer : ((ClientSessionImpl) own.getCoreSession()).cloneConsumers()) {
            if (consumer.getBufferSize() > 0) {
                return true;
            }
        }
        return false;
    }
}
