package org.mediarouter.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Collection;
import org.apache.activemq.artemis.api.core.client.TopologyMember;
import org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryInternal;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * What identifies a delivered message across redeliveries and restarts of the broker: the broker's own id of it, and the
 * identity of the journal that it is in. {@code JMSMessageID} doesn't: STOMP and AMQP clients may have none, and it then
 * changes with each delivery.
 */
public final class MessageIdentity {

    private static final int SHORT = 8;

    private final ClientSessionFactoryInternal connected;

    MessageIdentity(ActiveMQConnection connection) {
        this.connected = (ClientSessionFactoryInternal) connection.getSessionFactory();
    }

    /**
     * {@code <journal>:<id>}, such as {@code 5f0c92ab:2147483701}.
     *
     * @param message as a consumer of {@link BrokerConnection#connectionFactory()} received it
     */
    public String of(Message message) throws JMSException {
        if (!(message instanceof ActiveMQMessage ours)) {
            throw new JMSException("not delivered by this broker: " + message.getClass());
        }
        return journal() + ":" + ours.getCoreMessage().getMessageID();
    }

    /**
     * The identity of the journal: the same for both brokers of an HA pair, another once the data were replaced. A
     * connection that outlives such a replacement may go on with the old one: the node is to be restarted then.
     */
    public String journal() {
        Collection<? extends TopologyMember> members =
                connected.getServerLocator().getTopology().getMembers();
        return members.stream()
                .filter(member -> members.size() == 1 || member.isMember(connected.getConnection()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the broker has not said who it is"))
                .getNodeId()
                .substring(0, SHORT);
    }
}
