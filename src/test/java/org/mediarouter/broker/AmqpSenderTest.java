package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.qpid.proton.Proton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What no AMQP client library does by itself: a message that names another user as its sender. */
class AmqpSenderTest {

    @Test
    void refusesAMessageInAnothersName() {
        Message forged = amqp("media-router");
        assertThatThrownBy(() -> beforeSend("chat-server", forged)).isInstanceOf(ActiveMQSecurityException.class);
    }

    @Test
    void writesTheSenderWhereTheMessageNamesNobodyOrHimself() throws Exception {
        for (String claimed : new String[] {null, "chat-server"}) {
            Message message = amqp(claimed);
            beforeSend("chat-server", message);
            assertThat(message.getExtraBytesProperty(AmqpSender.SENDER))
                    .isEqualTo("chat-server".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void leavesOtherProtocolsToTheBroker() throws Exception {
        Message core = new CoreMessage(1, 100);
        beforeSend("chat-server", core);
        assertThat(core.containsProperty(AmqpSender.SENDER)).isFalse();
    }

    private static void beforeSend(String user, Message message) throws Exception {
        ServerSession session = (ServerSession) Proxy.newProxyInstance(
                AmqpSenderTest.class.getClassLoader(),
                new Class<?>[] {ServerSession.class},
                (proxy, method, arguments) -> method.getName().equals("getValidatedUser") ? user : null);
        new AmqpSender().beforeSend(session, null, message, false, false);
    }

    private static Message amqp(@Nullable String userId) {
        org.apache.qpid.proton.message.Message message = Proton.message();
        message.setAddress("General");
        if (userId != null) {
            message.setUserId(userId.getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer bytes = ByteBuffer.allocate(1024);
        int length = message.encode(bytes.array(), 0, bytes.capacity());
        return new AMQPStandardMessage(0, Arrays.copyOf(bytes.array(), length), null);
    }
}
