package org.mediarouter.broker;

import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes the sender on AMQP messages. Artemis does that ({@code populate-validated-user}) for its other protocols only,
 * and shows consumers the {@code user-id} that an AMQP client wrote itself.
 */
final class AmqpSender implements ActiveMQServerPlugin {

    static final SimpleString SENDER = SimpleString.of("_MR_SENDER");

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (!"AMQP".equals(message.getProtocolName())) {
            return;
        }
        String sender = session.getValidatedUser();
        Object claimed = message.getObjectProperty("JMSXUserID");
        if (claimed != null && !claimed.equals(sender)) {
            throw new ActiveMQSecurityException("user-id is not the user who sends");
        }
        if (sender != null) {
            message.putExtraBytesProperty(SENDER, sender.getBytes(StandardCharsets.UTF_8));
        }
    }
}
