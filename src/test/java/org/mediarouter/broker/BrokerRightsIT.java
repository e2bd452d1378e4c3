package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediarouter.broker.ForeignClient.Protocol;

/** What the user chat-server may do and what not, in each protocol. */
class BrokerRightsIT {

    private static BrokerFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = BrokerFixture.start();
    }

    @AfterAll
    static void stop() throws Exception {
        fixture.close();
    }

    static Stream<Arguments> notToSendTo() {
        return each(
                "RoutingEngine",
                "CommunicationServer",
                "SignIn",
                "ChatServer",
                "Agent.smith",
                "Client.x",
                "Invalid",
                "DLQ",
                "ExpiryQueue",
                "activemq.management",
                "Brand.new");
    }

    static Stream<Arguments> notToConsumeFrom() {
        return each(
                "General",
                "SignIn",
                "RoutingEngine",
                "CommunicationServer",
                "Invalid",
                "DLQ",
                "ExpiryQueue",
                "topic://activemq.notifications",
                "topic://General",
                "Agent.x::General",
                "Brand.new",
                "#");
    }

    static Stream<Arguments> notToBrowse() {
        return each("General", "SignIn", "RoutingEngine", "CommunicationServer", "Invalid", "DLQ", "ExpiryQueue");
    }

    static Stream<Arguments> toConsumeFrom() {
        return each("Agent.smith", "Agent.a.b@c-d_e", "Client.one", "ChatServer", "ChatServer.two");
    }

    private static Stream<Arguments> each(String... names) {
        return Arrays.stream(Protocol.values())
                .flatMap(protocol -> Arrays.stream(names).map(name -> Arguments.of(protocol, name)));
    }

    @ParameterizedTest
    @MethodSource("notToSendTo")
    void refusesToSend(Protocol protocol, String name) throws Exception {
        long before = messages();
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            assertThatThrownBy(() -> client.send(name, Map.of("type", "NewTask"), "{}"))
                    .isNotNull();
        }
        assertThat(messages()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("notToConsumeFrom")
    void refusesToConsume(Protocol protocol, String name) throws Exception {
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            assertThatThrownBy(() -> client.consume(name)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("notToBrowse")
    void refusesToBrowse(Protocol protocol, String name) throws Exception {
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            assertThatThrownBy(() -> client.browse(name)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("toConsumeFrom")
    void letsItConsumeItsDestinations(Protocol protocol, String name) throws Exception {
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            assertThatCode(() -> client.consume(name)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void refusesAWrongPasswordAndAnUnknownUser(Protocol protocol) {
        assertThatThrownBy(() -> ForeignClient.open(protocol, fixture, "nobody").close())
                .isNotNull();
        assertThatThrownBy(() -> open(protocol, BrokerFixture.CHAT, "wrong").close())
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void refusesWhoGivesNoName(Protocol protocol) {
        assertThatThrownBy(() -> open(protocol, null, null).close()).isNotNull();
    }

    private static ForeignClient open(Protocol protocol, @Nullable String user, @Nullable String password)
            throws Exception {
        int port = fixture.broker().port();
        return switch (protocol) {
            case CORE ->
                new JakartaClient(new org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory(
                        fixture.tcp(), user, password));
            case AMQP -> new JakartaClient(new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + port));
            case OPENWIRE ->
                new OpenWireClient(new org.apache.activemq.ActiveMQConnectionFactory(user, password, fixture.tcp()));
            case STOMP -> new StompForeignClient(new StompClient("127.0.0.1", port, user, password));
        };
    }

    /** All that is in the broker's queues. */
    private static long messages() {
        return fixture.broker().server().getTotalMessageCount();
    }
}
