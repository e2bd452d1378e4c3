package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.broker.Addresses.Found;
import org.mediarouter.broker.ForeignClient.Protocol;

/** An answer to a client that is gone, with its temporary queue. */
class VanishedQueueIT {

    private static BrokerFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = BrokerFixture.start();
    }

    @AfterAll
    static void stop() throws Exception {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(value = Protocol.class, mode = EnumSource.Mode.EXCLUDE, names = "STOMP")
    void goesWithItsClientAndStaysGone(Protocol protocol) throws Exception {
        // given
        ReplyAddress address;
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            address = ReplyAddress.of(client.temporaryQueue()).orElseThrow();
            assertThat(fixture.connection().addresses().find(address)).isEqualTo(Found.THERE);
        }

        // when
        Awaitility.await().until(() -> fixture.broker().server().locateQueue(address.name()) == null);

        // then
        assertThat(fixture.connection().addresses().find(address)).isEqualTo(Found.NOWHERE);
        assertThat(catchThrowable(() -> send(address))).hasMessageContaining("There is no queue with name");
        assertThat(fixture.broker().server().locateQueue(address.name())).isNull();
        assertThat(fixture.broker().server().getAddressInfo(SimpleString.of(address.name())))
                .isNull();
    }

    @Test
    void aRefusedSendLeavesTheTransactionWhole() throws Exception {
        ReplyAddress gone =
                ReplyAddress.of("00000000-e6e6-11f1-bad9-02fc00000001").orElseThrow();
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            MessageProducer anonymous = session.createProducer(null);
            anonymous.send(session.createQueue("RoutingEngine"), session.createTextMessage("one"));
            assertThat(catchThrowable(
                            () -> anonymous.send(session.createQueue(gone.name()), session.createTextMessage("lost"))))
                    .isNotNull();
            anonymous.send(session.createQueue("RoutingEngine"), session.createTextMessage("two"));
            session.commit();
        }
        // The queue counts them a moment after the commit has been answered.
        Awaitility.await()
                .untilAsserted(() -> assertThat(fixture.broker()
                                .server()
                                .locateQueue("RoutingEngine")
                                .getMessageCount())
                        .isEqualTo(2));
    }

    /** The one case that rolls back; the redelivered message then finds the queue gone beforehand. */
    @Test
    void whatVanishesBetweenTheQuestionAndTheSendFailsTheCommit() throws Exception {
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            ForeignClient client = ForeignClient.open(Protocol.CORE, fixture, BrokerFixture.CHAT);
            String name = client.temporaryQueue();
            MessageProducer anonymous = session.createProducer(null);
            Destination known = session.createQueue(name);
            anonymous.send(known, session.createTextMessage("arrives"));
            client.close();
            Awaitility.await().until(() -> fixture.broker().server().locateQueue(name) == null);

            assertThat(catchThrowable(() -> anonymous.send(known, session.createTextMessage("lost"))))
                    .isNull();
            assertThat(catchThrowable(session::commit)).hasMessageContaining("Address Does Not Exist");
            assertThat(fixture.broker().server().locateQueue(name)).isNull();
        }
    }

    @Test
    void namedDestinationsAreAcceptedAndOthersNot() throws Exception {
        Addresses addresses = fixture.connection().addresses();
        assertThat(found(addresses, "Agent.never-seen")).isEqualTo(Found.COMES);
        assertThat(found(addresses, "topic://Client.never-seen")).isEqualTo(Found.COMES);
        assertThat(found(addresses, "ChatServer")).isEqualTo(Found.THERE);
        assertThat(found(addresses, "topic://ChatServer")).isEqualTo(Found.NOWHERE);
        assertThat(found(addresses, "Other.never-seen")).isEqualTo(Found.NOWHERE);
        assertThat(found(addresses, "topic://Other.never-seen")).isEqualTo(Found.NOWHERE);
    }

    @Test
    void aTopicIsNoQueueAndIsThereOnceItHasASubscriber() throws Exception {
        Addresses addresses = fixture.connection().addresses();
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession()) {
            session.createConsumer(session.createTopic("Client.heard"));

            assertThat(found(addresses, "topic://Client.heard")).isEqualTo(Found.THERE);
            assertThat(found(addresses, "Client.heard")).isEqualTo(Found.NOWHERE);
        }
    }

    private static Found found(Addresses addresses, String name) throws Exception {
        return addresses.find(ReplyAddress.of(name).orElseThrow());
    }

    private static void send(ReplyAddress address) throws Exception {
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            session.createProducer(null).send(session.createQueue(address.name()), session.createTextMessage("{}"));
            session.commit();
        }
    }
}
