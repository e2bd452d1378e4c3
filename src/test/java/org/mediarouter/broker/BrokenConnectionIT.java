package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TransactionRolledBackException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mediarouter.chaos.site.Wire;

/** The way to the broker breaks while a message is being handled. */
class BrokenConnectionIT {
    private static final long PATIENCE_MS = 10_000;

    @Test
    void theTransactionIsRolledBackAsAWholeAndItsSessionGoesOn() throws Exception {
        try (BrokerFixture broker = BrokerFixture.start();
                Wire wire = Wire.to(broker.broker().port());
                BrokerConnection node = BrokerConnection.open(
                        "tcp://127.0.0.1:" + wire.port(), BrokerFixture.ROUTER, BrokerFixture.ROUTER);
                Connection connection = node.connectionFactory().createConnection()) {
            CompletableFuture<Exception> broken = new CompletableFuture<>();
            connection.setExceptionListener(broken::complete);
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue("General"));
            send(broker, "General");

            // given
            Message handled = consumer.receive(PATIENCE_MS);
            wire.cut();
            await().until(node::broken);
            wire.mend();
            broken.get(PATIENCE_MS, TimeUnit.MILLISECONDS);

            await().until(() -> !node.broken());

            // when
            send(session, "Invalid");
            assertThatThrownBy(session::commit).isInstanceOf(TransactionRolledBackException.class);

            // then
            Message again = consumer.receive(PATIENCE_MS);
            assertThat(again.getJMSMessageID()).isEqualTo(handled.getJMSMessageID());
            send(session, "DLQ");
            session.commit();
            assertThat(node.addresses().depth("General")).isZero();
            assertThat(node.addresses().depth("Invalid")).isZero();
            assertThat(node.addresses().depth("DLQ")).isEqualTo(1);
        }
    }

    private static void send(BrokerFixture broker, String queue) throws Exception {
        try (Connection connection = broker.core(BrokerFixture.CHAT).createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            send(session, queue);
        }
    }

    private static void send(Session session, String queue) throws Exception {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(session.createTextMessage("{}"));
        }
    }
}
