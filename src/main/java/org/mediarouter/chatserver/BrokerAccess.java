package org.mediarouter.chatserver;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Where the broker is and who the Chat Server is there.
 *
 * @param url {@code tcp://HOST:PORT}, parameters allowed
 */
public record BrokerAccess(String url, String user, String password) {
    /** The broker user that the shipped configuration has for Chat Servers; in development the password is the same. */
    public static final String USER = "chat-server";

    /**
     * For sending: it doesn't wait for the broker, which confirms later.
     *
     * @throws JMSException the URL is none
     */
    ActiveMQConnectionFactory sending() throws JMSException {
        ActiveMQConnectionFactory factory = factory();
        factory.setConfirmationWindowSize(1024 * 1024);
        return factory;
    }

    /**
     * For consuming. Without confirmations: with them the broker would keep a lost connection's messages back for a minute, in
     * case it is taken up again.
     *
     * @throws JMSException the URL is none
     */
    ActiveMQConnectionFactory receiving() throws JMSException {
        ActiveMQConnectionFactory factory = factory();
        factory.setBlockOnAcknowledge(false);
        factory.setConsumerWindowSize(64 * 1024);
        return factory;
    }

    /** A lost connection is reported at once: {@link BrokerLink} connects anew itself and knows what was not confirmed. */
    private ActiveMQConnectionFactory factory() throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, password);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setCallTimeout(10_000);
        factory.setConnectionTTL(20_000);
        factory.setClientFailureCheckPeriod(5_000);
        factory.setDeserializationDenyList("*");
        return factory;
    }

    @Override
    public String toString() {
        return "BrokerAccess[url=" + url + ", user=" + user + "]";
    }
}
