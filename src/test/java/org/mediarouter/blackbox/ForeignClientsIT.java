package org.mediarouter.blackbox;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One scenario, in each protocol that the broker speaks, by that protocol's own client. */
@ExtendWith(BlackBox.class)
class ForeignClientsIT {

    enum Client {
        CORE,
        OPENWIRE,
        AMQP,
        AMQP_WITHOUT_MESSAGE_IDS,
        STOMP
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void holdsAWholeConversation(Client client, NodeFixture node) throws Exception {
        String queue = "Client.conversation." + client;
        try (Peer peer = open(client, node, queue)) {
            new Conversation(peer, queue, node.desk()).hold();
        }
    }

    private static Peer open(Client client, NodeFixture node, String queue) throws Exception {
        String user = NodeFixture.CHAT;
        return switch (client) {
            case CORE -> new JakartaPeer(new ActiveMQConnectionFactory(node.url(), user, user), queue, true);
            case OPENWIRE -> new OpenWirePeer(node.url(), user, queue);
            case AMQP -> new JakartaPeer(amqp(node, user), queue, true);
            case AMQP_WITHOUT_MESSAGE_IDS -> new JakartaPeer(amqp(node, user), queue, false);
            case STOMP -> new StompPeer(node.stomp(user), queue);
        };
    }

    private static JmsConnectionFactory amqp(NodeFixture node, String user) {
        return new JmsConnectionFactory(user, user, "amqp://127.0.0.1:" + node.port());
    }
}
