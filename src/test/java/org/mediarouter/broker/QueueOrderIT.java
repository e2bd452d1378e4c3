package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what: one consumer for General, one consumer for each group of the others. */
class QueueOrderIT {

    private BrokerFixture fixture;
    private Connection connection;

    @BeforeEach
    void start() throws Exception {
        fixture = BrokerFixture.start();
        connection = fixture.connection().connectionFactory().createConnection();
        connection.start();
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    /** A transacted consumer on a session of its own. */
    private record Consumer(Session session, MessageConsumer messages) {

        @Nullable
        Message next(Duration wait) throws Exception {
            Message message = messages.receive(wait.toMillis());
            session.commit();
            return message;
        }
    }

    private Consumer consumer(String queue) throws Exception {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        return new Consumer(session, session.createConsumer(session.createQueue(queue)));
    }

    private void send(String queue, String... groups) throws Exception {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            int number = 0;
            for (String group : groups) {
                TextMessage message = session.createTextMessage(group + " " + number++);
                if (!group.isEmpty()) {
                    message.setStringProperty("JMSXGroupID", group);
                }
                producer.send(message);
            }
            session.commit();
        }
    }

    @Test
    void generalHasOneConsumerAndAnotherTakesOverAtOnce() throws Exception {
        // given
        Connection dying = fixture.core(BrokerFixture.ROUTER).createConnection();
        dying.start();
        Session session = dying.createSession(true, Session.SESSION_TRANSACTED);
        Consumer first = new Consumer(session, session.createConsumer(session.createQueue("General")));
        Consumer second = consumer("General");
        send("General", "", "", "", "");

        // when the first takes one, holds another, and goes
        assertThat(text(first.next(Duration.ofSeconds(5)))).isEqualTo(" 0");
        assertThat(second.next(Duration.ofMillis(200))).isNull();
        assertThat(text(first.messages().receive(5000))).isEqualTo(" 1");
        long before = System.nanoTime();
        ((ActiveMQConnection) dying).getSessionFactory().getConnection().destroy();

        // then the second goes on where the first committed
        Message next = Objects.requireNonNull(second.messages().receive(5000));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(text(next)).isEqualTo(" 1");
        assertThat(next.getJMSRedelivered()).isTrue();
        assertThat(text(second.messages().receive(5000))).isEqualTo(" 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignIn", "RoutingEngine", "CommunicationServer"})
    void aGroupStaysWithOneConsumerAndItsFirstMessageIsMarked(String queue) throws Exception {
        List<Consumer> consumers = List.of(consumer(queue), consumer(queue), consumer(queue));
        send(queue, "chat", "email", "chat", "sms", "email", "chat", "sms");

        Map<String, Integer> owner = new HashMap<>();
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < consumers.size(); i++) {
            int last = -1;
            for (Message message = consumers.get(i).next(Duration.ofMillis(500));
                    message != null;
                    message = consumers.get(i).next(Duration.ofMillis(200))) {
                String group = message.getStringProperty("JMSXGroupID");
                int number = Integer.parseInt(text(message).split(" ")[1]);
                assertThat(number).as("order").isGreaterThan(last);
                last = number;
                assertThat(owner.putIfAbsent(group, i)).isIn(null, i);
                if (message.getBooleanProperty("GroupFirst")) {
                    marked.add(text(message));
                }
            }
        }
        assertThat(owner).hasSize(3);
        assertThat(marked).containsExactlyInAnyOrder("chat 0", "email 1", "sms 3");
    }

    @Test
    void aGroupWhoseConsumerGoesIsMarkedAgainForTheNext() throws Exception {
        Consumer first = consumer("RoutingEngine");
        send("RoutingEngine", "chat", "chat", "chat");
        assertThat(first.next(Duration.ofSeconds(5))).isNotNull();
        first.session().close();

        Message taken = Objects.requireNonNull(consumer("RoutingEngine").next(Duration.ofSeconds(5)));

        assertThat(text(taken)).isEqualTo("chat 1");
        assertThat(taken.getBooleanProperty("GroupFirst")).isTrue();
    }

    /** The broker's next message is of a group whose consumer has taken all he may: only what is urgent passes it. */
    @Test
    void whatIsUrgentPassesAnotherGroupsBacklog() throws Exception {
        // given
        Consumer chat = consumer("RoutingEngine");
        Consumer voice = consumer("RoutingEngine");
        send("RoutingEngine", "chat", "voice");
        assertThat(text(chat.next(Duration.ofSeconds(5)))).isEqualTo("chat 0");
        assertThat(text(voice.next(Duration.ofSeconds(5)))).isEqualTo("voice 1");
        send("RoutingEngine", Stream.generate(() -> "chat").limit(1000).toArray(String[]::new));

        // when
        send("RoutingEngine", "voice");
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue("RoutingEngine"))) {
            TextMessage message = session.createTextMessage("urgent");
            message.setStringProperty("JMSXGroupID", "voice");
            producer.send(message, DeliveryMode.PERSISTENT, 9, 0);
        }

        // then
        assertThat(text(voice.next(Duration.ofSeconds(5)))).isEqualTo("urgent");
    }

    @Test
    void aConsumerThatComesWaitsForWhatIsUnderWay() throws Exception {
        // given a consumer that holds a message of the group
        Consumer first = consumer("RoutingEngine");
        send("RoutingEngine", "chat", "chat");
        Message held = first.messages().receive(5000);
        assertThat(held).isNotNull();

        // when another comes, nobody gets the next of the group until the first commits
        Consumer second = consumer("RoutingEngine");
        send("RoutingEngine", "chat");
        assertThat(second.next(Duration.ofMillis(300))).isNull();
        first.session().commit();

        // then all come, in order, over both
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < 20 && rest.size() < 2; i++) {
            for (Consumer consumer : List.of(first, second)) {
                Message message = consumer.next(Duration.ofMillis(100));
                if (message != null) {
                    rest.add(text(message));
                }
            }
        }
        assertThat(rest).containsExactly("chat 1", "chat 0");
    }

    private static String text(@Nullable Message message) throws Exception {
        return ((TextMessage) Objects.requireNonNull(message, "nothing came")).getText();
    }
}
