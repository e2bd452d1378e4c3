package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The node and its embedded broker: what it sends, it brings into the journal itself; what it could have at once, it is told. */
class OwnPacketsIT {

    @Test
    void whatTheNodeSendsIsHandledByTheThreadThatSendsIt() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start()) {
            BlockingQueue<Thread> handlers = handlers(fixture);
            send(fixture.connection().connectionFactory());
            assertThat(handlers.poll(10, TimeUnit.SECONDS)).isSameAs(Thread.currentThread());
        }
    }

    @Test
    void whatAClientSendsIsHandledByTheBrokersThreads() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start()) {
            BlockingQueue<Thread> handlers = handlers(fixture);
            send(fixture.core(BrokerFixture.CHAT));
            Thread handler = handlers.poll(10, TimeUnit.SECONDS);
            assertThat(handler).isNotNull().isNotSameAs(Thread.currentThread());
            assertThat(handler.getName()).contains("activemq-media-router");
        }
    }

    @Test
    void anInterruptedThreadOfTheNodeDoesNotCostTheBrokerItsJournal() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start();
                Connection connection = fixture.connection().connectionFactory().createConnection()) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            try {
                session.createProducer(session.createQueue("General")).send(session.createTextMessage("{}"));
                Thread.currentThread().interrupt();
                session.commit();
            } catch (JMSException | RuntimeException e) {
                // It may not wait for the answer; whether it was committed is what it doesn't know.
            } finally {
                Thread.interrupted();
            }
            send(fixture.core(BrokerFixture.CHAT));
            fixture.crash();
            try (Connection after = fixture.connection().connectionFactory().createConnection()) {
                after.start();
                Session reading = after.createSession(false, Session.AUTO_ACKNOWLEDGE);
                assertThat(reading.createConsumer(reading.createQueue("General"))
                                .receive(10_000))
                        .isNotNull();
            }
        }
    }

    @Test
    void aSessionIsToldWhatItCouldHaveAtOnce() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start();
                Connection connection = fixture.connection().connectionFactory().createConnection()) {
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue("General"));
            assertThat(Prefetched.any(session)).isFalse();

            send(fixture.core(BrokerFixture.CHAT));
            Awaitility.await().until(() -> Prefetched.any(session));

            Message message = consumer.receiveNoWait();
            assertThat(message).isNotNull();
            assertThat(Prefetched.any(session)).isFalse();
        }
    }

    private static BlockingQueue<Thread> handlers(BrokerFixture fixture) {
        BlockingQueue<Thread> handlers = new LinkedBlockingQueue<>();
        fixture.broker().server().registerBrokerPlugin(new ActiveMQServerMessagePlugin() {
            @Override
            public void beforeSend(
                    ServerSession session,
                    Transaction tx,
                    org.apache.activemq.artemis.api.core.Message message,
                    boolean direct,
                    boolean noAutoCreateQueue) {
                if ("General".equals(message.getAddress())) {
                    handlers.add(Thread.currentThread());
                }
            }
        });
        return handlers;
    }

    private static void send(ConnectionFactory factory) throws JMSException {
        try (Connection connection = factory.createConnection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createProducer(session.createQueue("General")).send(session.createTextMessage("{}"));
        }
    }
}
