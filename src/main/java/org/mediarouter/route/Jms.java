package org.mediarouter.route;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsEndpoint;
import org.mediarouter.message.Destination;

/** How the routes consume: each message in a transaction of its own, which everything sent on its account is part of. */
public final class Jms {
    private static final int TOGETHER = 16;

    private Jms() {}

    /**
     * The component behind {@code jms:} endpoints.
     *
     * @param transactions told when one is about to be committed, and when it is over
     */
    public static JmsComponent component(ConnectionFactory connections, Transactions transactions) {
        JmsComponent jms = JmsComponent.jmsComponent(connections);
        jms.getConfiguration().setConsumerType(ConsumerType.Custom);
        jms.setMessageListenerContainerFactory(endpoint -> consumers(endpoint, transactions));
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        // A JMSReplyTo would turn each send into a request that can't be answered before the commit.
        jms.setDisableReplyTo(true);
        // The steps read the message themselves: what isn't text is not to be touched.
        jms.setMapJmsMessage(false);
        jms.setAcceptMessagesWhileStopping(false);
        jms.setErrorHandlerLogStackTrace(false);
        jms.setErrorHandlerLoggingLevel(LoggingLevel.DEBUG);
        // A broker that is away is asked this often, in ms.
        jms.setRecoveryInterval(1000);
        return jms;
    }

    /** Of sign-in work, which takes long and waits for others, one message is a transaction. */
    private static Consumers consumers(JmsEndpoint endpoint, Transactions transactions) {
        boolean signIn = endpoint.getDestinationName().equals(Destination.SIGN_IN.name());
        return new Consumers(endpoint, signIn ? 1 : TOGETHER, transactions);
    }
}
