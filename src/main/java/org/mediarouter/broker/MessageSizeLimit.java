package org.mediarouter.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Refuses at the sender what no consumer should have to hold in memory. What is merely over the protocol's 64 KiB passes:
 * that is for the Communication Server to answer.
 */
final class MessageSizeLimit implements ActiveMQServerPlugin {

    /** In bytes as the broker holds them: text takes two for a character. */
    static final long LIMIT = 24L * 1024 * 1024;

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        // Not the encoded size of a small one: asking for that would encode it twice.
        long size = message.isLargeMessage() ? message.getWholeMessageSize() : message.getMemoryEstimate();
        if (size > LIMIT) {
            throw new ActiveMQException(
                    "a message of " + size + " bytes is over the limit of " + LIMIT,
                    ActiveMQExceptionType.GENERIC_EXCEPTION);
        }
    }
}
