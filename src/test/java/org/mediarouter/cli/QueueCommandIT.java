package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.broker.BrokerFixture;

/** {@code queue show|resend} with a real broker. */
class QueueCommandIT {
    private BrokerFixture broker;
    private JMSContext us;

    @BeforeEach
    void start() throws Exception {
        broker = BrokerFixture.start();
        us = broker.core(BrokerFixture.ROUTER).createContext();
    }

    @AfterEach
    void stop() throws Exception {
        us.close();
        broker.close();
    }

    private RunningNode.Said queue(String... arguments) {
        List<String> all = new ArrayList<>(List.of("queue"));
        all.addAll(Arrays.asList(arguments));
        all.add("--mediarouter.broker.port=" + broker.broker().port());
        return RunningNode.program(all.toArray(String[]::new));
    }

    private JMSProducer refused(String type) {
        return us.createProducer()
                .setJMSType(type)
                .setProperty("ErrorCode", "UNKNOWN_TYPE")
                .setProperty("ErrorMessage", "No such type.")
                .setProperty("SourceQueue", "General");
    }

    private void send(JMSProducer producer, String queue, String body) {
        producer.send(us.createQueue(queue), body);
    }

    private List<Message> take(String queue) {
        List<Message> found = new ArrayList<>();
        try (JMSContext other = broker.core(BrokerFixture.ROUTER).createContext();
                JMSConsumer consumer = other.createConsumer(other.createQueue(queue))) {
            for (Message next = consumer.receive(300); next != null; next = consumer.receive(300)) {
                found.add(next);
            }
        }
        return found;
    }

    private static List<String> bodies(List<Message> messages) throws JMSException {
        List<String> bodies = new ArrayList<>();
        for (Message message : messages) {
            bodies.add(((TextMessage) message).getText());
        }
        return bodies;
    }

    @Test
    void aLineForEachAndOneWholeByItsId() throws Exception {
        send(refused("Tusk"), "Invalid", "{\"AgentId\":\"1001\",\"Mrd\":\"chat\"}");
        send(refused("Task"), "Invalid", "{\"TaskId\":\"t-1\"}");

        RunningNode.Said table = queue("show", "Invalid");
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out())
                .contains("Tusk", "General", "1001", "t-1", "UNKNOWN_TYPE", "1: UNKNOWN_TYPE: No such type.")
                .contains("2 of 2 in Invalid");
        assertThat(queue("show", "Invalid", "--type=Task").out())
                .contains("1 of 2 in")
                .doesNotContain("Tusk");
        assertThat(queue("show", "Invalid", "--agent=1001").out())
                .contains("Tusk")
                .doesNotContain("t-1");
        assertThat(queue("show", "Invalid", "--limit=1").out())
                .contains("1 of 2 in")
                .doesNotContain("t-1");

        JsonNode all =
                new ObjectMapper().readTree(queue("show", "Invalid", "--json").out());
        assertThat(all.path(1).path("body").asText()).isEqualTo("{\"TaskId\":\"t-1\"}");
        assertThat(queue("show", "Invalid", "--id=" + all.path(0).path("id").asText())
                        .out())
                .contains("{\"AgentId\":\"1001\",\"Mrd\":\"chat\"}", "ErrorCode = UNKNOWN_TYPE");
        assertThat(take("Invalid")).as("left there").hasSize(2);
    }

    @Test
    void noPasswordIsShownNorStopsTheTerminal() {
        send(us.createProducer().setJMSType("Connect"), "SignIn", "{\"AgentId\":\"1001\",\"Password\":\"hush\"}");
        send(us.createProducer().setJMSType("Connect"), "SignIn", "{\"AgentId\":\"1001\",Pass: hush");
        send(us.createProducer().setJMSType("X"), "SignIn", "{\"a\":[{\"\\u0050assword\":\"hush\"}]}");
        send(us.createProducer().setJMSType("\u001b[2J"), "SignIn", "{}");
        for (String how : List.of("--limit=9", "--json")) {
            assertThat(queue("show", "SignIn", how).out())
                    .contains("1001")
                    .doesNotContain("hush")
                    .doesNotContain("\u001b");
        }
    }

    @Test
    void backToWhereItCameFromWithAllThatItsSenderSaid() throws Exception {
        send(
                refused("Conference")
                        .setJMSCorrelationID("c-1")
                        .setPriority(7)
                        .setProperty("SourceQueue", "RoutingEngine")
                        .setProperty("SourceGroup", "chat")
                        .setProperty("OperationId", "5f0c92ab:17")
                        .setProperty("ReplyTo", "Client.x")
                        .setProperty("Mine", 3L),
                "DLQ",
                "{\"TaskId\":\"t-1\"}");

        RunningNode.Said dry = queue("resend", "DLQ", "--all", "--dry-run");
        assertThat(dry.out()).contains("Conference would go to RoutingEngine", "would be sent: 1, left: 0");
        RunningNode.Said said = queue("resend", "DLQ", "--all");
        assertThat(said.exitCode()).as(said.err() + said.out()).isZero();
        assertThat(said.out()).contains("Conference sent to RoutingEngine", "sent: 1, left: 0");

        Message sent = take("RoutingEngine").get(0);
        assertThat(((TextMessage) sent).getText()).isEqualTo("{\"TaskId\":\"t-1\"}");
        assertThat(sent.getJMSType()).isEqualTo("Conference");
        assertThat(sent.getJMSCorrelationID()).isEqualTo("c-1");
        assertThat(sent.getJMSPriority()).isEqualTo(7);
        assertThat(sent.getJMSReplyTo()).hasToString("ActiveMQQueue[Client.x]");
        assertThat(sent.getStringProperty("JMSXGroupID")).isEqualTo("chat");
        assertThat(sent.getStringProperty("OperationId")).isEqualTo("5f0c92ab:17");
        assertThat(sent.getLongProperty("Mine")).isEqualTo(3);
        assertThat(sent.propertyExists("ErrorCode")).isFalse();
        assertThat(sent.propertyExists("SourceQueue")).isFalse();
        assertThat(take("DLQ")).isEmpty();
    }

    @Test
    void whatTheBrokerItselfPutAsideGoesBackToo() throws Exception {
        try (JMSContext other = broker.core(BrokerFixture.ROUTER).createContext(JMSContext.SESSION_TRANSACTED)) {
            send(us.createProducer().setJMSType("Task").setProperty("JMSXGroupID", "g"), "CommunicationServer", "{}");
            JMSConsumer consumer = other.createConsumer(other.createQueue("CommunicationServer"));
            for (Message next = consumer.receive(5000); next != null; next = consumer.receive(300)) {
                other.rollback();
            }
        }
        RunningNode.Said shown = queue("show", "DLQ");
        assertThat(shown.out()).contains("CommunicationServer");
        assertThat(queue("resend", "DLQ", "--type=Task", "--all").exitCode()).isZero();
        Message back = take("CommunicationServer").get(0);
        assertThat(back.getStringProperty("JMSXGroupID")).isEqualTo("g");
        assertThat(back.propertyExists("_AMQ_ORIG_QUEUE")).isFalse();
    }

    @Test
    void whatCanOnlyFailAgainIsLeftAndSaidWhy() throws Exception {
        send(refused("Connect"), "Invalid", "{\"AgentId\":\"1001\",\"Password\":\"\"}");
        send(refused("Task").setProperty("TruncatedFrom", 9_000_000), "Invalid", "{");
        send(refused("Task").setProperty("SourceQueue", "Nowhere"), "Invalid", "{}");
        send(us.createProducer().setJMSType("Task"), "Invalid", "{}");
        RunningNode.Said said = queue("resend", "Invalid", "--all");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .contains("a password was blanked", "no queue Nowhere", "nothing says where it came from")
                .contains("sent: 0, left: 4");
        assertThat(queue("resend", "Invalid", "--all", "--to=ChatServer").out()).contains("sent: 2, left: 2");
        assertThat(bodies(take("ChatServer"))).containsExactly("{}", "{}");
        assertThat(take("Invalid")).hasSize(2);
    }

    @Test
    void errorsSayWhatIsWrongAndWhatWouldBeRight() {
        assertThat(queue().exitCode()).isEqualTo(2);
        assertThat(queue("show").exitCode()).isEqualTo(2);
        RunningNode.Said which = queue("resend", "DLQ");
        assertThat(which.exitCode()).isEqualTo(2);
        assertThat(which.err()).contains("--id=ID", "--all");
        RunningNode.Said unknown = queue("show", "dlq");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no queue dlq", "DLQ");
        RunningNode.Said none = queue("show", "DLQ");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).contains("DLQ is empty");
        RunningNode.Said nothing = queue("resend", "DLQ", "--id=7");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("DLQ is empty");
        RunningNode.Said password = queue("show", "DLQ", "--mediarouter.broker.password=wrong");
        assertThat(password.exitCode()).isEqualTo(1);
        assertThat(password.err()).contains("refuses the user media-router");
        RunningNode.Said rights = queue(
                "show", "DLQ", "--mediarouter.broker.user=chat-server", "--mediarouter.broker.password=chat-server");
        assertThat(rights.exitCode()).isEqualTo(1);
        assertThat(rights.err()).contains("doesn't let the user chat-server look into DLQ");
        RunningNode.Said away = queue("show", "DLQ", "--mediarouter.broker.url=tcp://127.0.0.1:1");
        assertThat(away.exitCode()).isEqualTo(1);
        assertThat(away.err()).contains("no broker answers at tcp://127.0.0.1:1");
    }

    /** The broker's files are copied at whatever instant, as if it had been killed; it starts again from the copy. */
    @Test
    void whatInterruptsItLosesAndDoublesNothing() throws Exception {
        int count = 300;
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            send(refused("Task"), "DLQ", "{\"TaskId\":\"t-" + i + "\"}");
            all.add("{\"TaskId\":\"t-" + i + "\"}");
        }
        String port = "--mediarouter.broker.port=" + broker.broker().port();
        Thread resend = new Thread(() -> RunningNode.program("queue", "resend", "DLQ", "--all", port));
        resend.start();
        while (broker.connection().addresses().depth("General") < 50) {
            Thread.onSpinWait();
        }
        broker.crash();
        resend.join();

        long moved = broker.connection().addresses().depth("General");
        long left = broker.connection().addresses().depth("DLQ");
        assertThat(left).as("it was interrupted").isPositive();
        assertThat(moved).isGreaterThanOrEqualTo(50).isEqualTo(count - left);
        assertThat(queue("resend", "DLQ", "--all").exitCode()).isZero();
        List<String> found = bodies(take("General"));
        assertThat(found).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(found)).isEqualTo(all);
    }
}
