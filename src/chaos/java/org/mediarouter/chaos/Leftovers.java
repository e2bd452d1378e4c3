package org.mediarouter.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chatserver.BrokerAccess;

/** What stands in the system's queues when everything has calmed down. */
final class Leftovers {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Those of the protocol (section 2), and what sign-in uses inside. */
    private static final List<String> QUEUES =
            List.of("General", "SignIn", "RoutingEngine", "CommunicationServer", "Invalid", "DLQ", "ExpiryQueue");

    private Leftovers() {}

    /** Looks without taking anything away. */
    static List<Observation> browse(BrokerAccess access, InstantSource clock) throws JMSException {
        List<Observation> left = new ArrayList<>();
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(access.url(), access.user(), access.password());
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : QUEUES) {
                try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                    Enumeration<?> messages = browser.getEnumeration();
                    while (messages.hasMoreElements()) {
                        Message message = (Message) messages.nextElement();
                        // The owner of an MRD keeps one wake-up there for its next deadline: that is no leftover.
                        if (!"WakeUp".equals(message.getJMSType())) {
                            left.add(left(queue, message, clock));
                        }
                    }
                }
            }
        }
        return left;
    }

    private static Observation left(String queue, Message message, InstantSource clock) throws JMSException {
        return new Observation.Left(
                clock.instant(),
                queue,
                String.valueOf(message.getJMSType()),
                message.getJMSCorrelationID(),
                message.getStringProperty("ErrorCode"),
                body(message));
    }

    private static JsonNode body(Message message) throws JMSException {
        String text = "";
        if (message instanceof TextMessage written) {
            text = String.valueOf(written.getText());
        } else if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(content);
            text = new String(content, StandardCharsets.UTF_8);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
