package org.mediarouter.chatserver;

import jakarta.jms.ConnectionFactory;
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
     * A factory suited to a Chat Server: sends don't wait for the broker, which confirms them later; a lost connection is
     * reported at once, since {@link BrokerLink} connects anew itself and knows what was not confirmed.
     *
     * @throws JMSException the URL is none
     */
    public ConnectionFactory factory() throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, password);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setConfirmationWindowSize(1024 * 1024);
        factory.setBlockOnAcknowledge(false);
        factory.setConsumerWindowSize(64 * 1024);
        factory.setCallTimeout(10_000);
        factory.setDeserializationDenyList("*");
        return factory;
    }

    @Override
    public String toString() {
        return "BrokerAccess[url=" + url + ", user=" + user + "]";
    }
}
