package org.mediarouter.finesse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;

/** A Chat Server as the contact centre's agents see it: it sends commands, and keeps all that it hears, in order. */
final class ChatSide implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final Session sending;
    private final MessageProducer general;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** One message, and when it came, in ns. */
    record Heard(String type, String correlation, JsonNode body, long at) {
        String text(String member) {
            return body.path(member).asText();
        }

        boolean is(String mrd, String state) {
            return type.equals("AgentState")
                    && text("Mrd").equals(mrd)
                    && text("State").equals(state);
        }
    }

    ChatSide(int port, List<String> agents) throws JMSException {
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port, "chat-server", "chat-server");
        connection = factory.createConnection();
        sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        general = sending.createProducer(sending.createQueue("General"));
        listen("ChatServer");
        for (String agent : agents) {
            listen("Agent." + agent);
        }
        connection.start();
    }

    private void listen(String queue) throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
        consumer.setMessageListener(this::hear);
    }

    private void hear(Message message) {
        try {
            heard.add(new Heard(
                    message.getJMSType(),
                    message.getJMSCorrelationID(),
                    JSON.readTree(((TextMessage) message).getText()),
                    System.nanoTime()));
        } catch (JMSException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a command, and gives its answer: the last of what bears its correlation, of that type. */
    Heard ask(String answer, String type, Object... members) {
        String correlation = send(type, members);
        return next(h -> h.correlation().equals(correlation)
                && (h.type().equals(answer) || h.type().equals("Error")));
    }

    String send(String type, Object... members) {
        try {
            ObjectNode body = JSON.createObjectNode();
            for (int i = 0; i < members.length; i += 2) {
                body.set((String) members[i], JSON.valueToTree(members[i + 1]));
            }
            TextMessage message = sending.createTextMessage(body.toString());
            message.setJMSType(type);
            String correlation = "c-" + UUID.randomUUID();
            message.setJMSCorrelationID(correlation);
            synchronized (this) {
                general.send(message);
            }
            return correlation;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    Heard next(Predicate<Heard> wanted) {
        Awaitility.await()
                .atMost(15, TimeUnit.SECONDS)
                .pollInterval(2, TimeUnit.MILLISECONDS)
                .until(() -> heard.stream().anyMatch(wanted));
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    List<Heard> all() {
        return heard;
    }

    /** What comes from now on. */
    void forget() {
        heard.clear();
    }

    /** The agent's state in an MRD, as asked for. */
    String state(String agent, String mrd) {
        Heard answer = ask("AgentState", "GetAgentState", "AgentId", agent, "Mrd", mrd);
        return answer.type().equals("Error") ? answer.body().toString() : answer.text("State");
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
