package org.mediarouter.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;

/** Camel's consumers of one queue, which say when the transaction of the message in hand is over: no step can see that. */
final class Consumers extends DefaultJmsMessageListenerContainer {
    private final Runnable transactionOver;

    /**
     * For one endpoint.
     *
     * @param transactionOver called by the consumer's thread after each commit and each rollback
     */
    Consumers(JmsEndpoint endpoint, Runnable transactionOver) {
        super(endpoint);
        this.transactionOver = transactionOver;
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
