package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.Connection;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;

/** What is malformed is answered and kept in Invalid, and nothing stops for it. */
class MalformedRoutesIT {
    private static RoutesFixture routes;
    private static Client chat;
    private static Client operator;

    @BeforeAll
    static void start() throws Exception {
        routes = new RoutesFixture();
        chat = new Client(routes.broker.core(BrokerFixture.CHAT));
        operator = new Client(routes.broker.core(BrokerFixture.ROUTER));
    }

    @BeforeEach
    void nobodyIsConnected() {
        routes.agents.clear();
    }

    @AfterAll
    static void stop() throws Exception {
        chat.close();
        operator.close();
        routes.close();
    }

    private Message refused(Message command, String code) throws Exception {
        chat.send(command);
        Message answer = chat.next("ChatServer");
        assertThat(answer.getJMSType()).isEqualTo("Error");
        assertThat(Client.json(answer).get("Code").asText()).isEqualTo(code);
        Message copy = operator.next("Invalid");
        assertThat(copy.getStringProperty("ErrorCode")).isEqualTo(code);
        assertThat(copy.getStringProperty("ErrorMessage"))
                .isEqualTo(Client.json(answer).get("Message").asText());
        assertThat(copy.getStringProperty("SourceQueue")).isEqualTo("General");
        assertThat(copy.getStringProperty("Sender")).isEqualTo("chat-server");
        assertThat(copy.getJMSType()).isEqualTo(command.getJMSType());
        assertThat(copy.getJMSCorrelationID()).isEqualTo(answer.getJMSCorrelationID());
        return copy;
    }

    @Test
    void refusesWhatIsNoJson() throws Exception {
        Message copy = refused(chat.text("AgentState", "{\"AgentId\":"), "INVALID_JSON");

        assertThat(((TextMessage) copy).getText()).isEqualTo("{\"AgentId\":");
    }

    @Test
    void refusesUnknownTypesAndNone() throws Exception {
        refused(chat.text("NewTask", "{}"), "UNKNOWN_TYPE");
        refused(chat.text(null, "{}"), "UNKNOWN_TYPE");
    }

    @Test
    void keepsThePropertiesOfTheClientButNoGroupOrSchedule() throws Exception {
        TextMessage command = chat.text("AgentState", "[]");
        command.setStringProperty("Mine", "yes");
        command.setStringProperty("JMSXGroupID", "g");

        Message copy = refused(command, "INVALID_JSON");

        assertThat(copy.getStringProperty("Mine")).isEqualTo("yes");
        assertThat(copy.getStringProperty("JMSXGroupID")).isNull();
    }

    @Test
    void blanksThePasswordInTheCopy() throws Exception {
        Message copy = refused(chat.text("Login", "{\"AgentId\":\"1\",\"Password\":\"secret\"}"), "MISSING_MEMBER");

        JsonNode body = Client.json(copy);
        assertThat(body.get("Password").asText()).isEmpty();
        assertThat(body.get("AgentId").asText()).isEqualTo("1");
    }

    @Test
    void keepsNoBodyOfASignInThatCannotBeRead() throws Exception {
        Message copy = refused(chat.text("Connect", "{\"AgentId\":\"1\",\"Password\":\"secret\""), "INVALID_JSON");
        Message lookalike = refused(chat.text("connect", "{\"Password\":\"secret\""), "INVALID_JSON");

        assertThat(((TextMessage) copy).getText()).isNull();
        assertThat(((TextMessage) lookalike).getText()).isNull();
    }

    @Test
    void readsNoObjects() throws Exception {
        ObjectMessage object = chat.context().createObjectMessage(new ArrayList<>(java.util.List.of("x")));
        object.setJMSType("Task");
        assertThat(refused(object, "INVALID_BODY_TYPE")).isInstanceOf(ObjectMessage.class);

        MapMessage map = chat.context().createMapMessage();
        map.setString("AgentId", "1");
        map.setJMSType("Task");
        assertThat(((MapMessage) refused(map, "INVALID_BODY_TYPE")).getString("AgentId"))
                .isEqualTo("1");

        Message none = chat.context().createMessage();
        none.setJMSType("Task");
        refused(none, "INVALID_BODY_TYPE");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws Exception {
        BytesMessage bytes = chat.context().createBytesMessage();
        bytes.writeBytes(new byte[] {'{', (byte) 0xc3, '}'});
        bytes.setJMSType("Task");

        assertThat(refused(bytes, "INVALID_JSON").getBody(byte[].class)).hasSize(3);
    }

    @Test
    void keepsWhatIsTooLargeUpToAMegabyte() throws Exception {
        String large = "{\"Mrd\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(((TextMessage) refused(chat.text("Task", large), "TOO_LARGE")).getText())
                .isEqualTo(large);

        Message copy = refused(chat.text("Task", "y".repeat(3_000_000)), "TOO_LARGE");
        assertThat(((TextMessage) copy).getText()).hasSize(Copies.LONGEST);
        assertThat(copy.propertyExists("TruncatedFrom")).isTrue();
    }

    @Test
    void answersTheConnectedAgentWhomTheBodyNames() throws Exception {
        Connection connection = new Connection(Destination.queue("Agent.at-home"), Mode.STANDALONE, Instant.now());
        routes.agents.put("7", new AgentRecord("7", connection, null, Map.of()));

        chat.send(chat.text("AgentState", "{\"AgentId\":7,\"Mrd\":\"chat\"}"));

        Message answer = chat.next("Agent.at-home");
        assertThat(Client.json(answer).get("Member").asText()).isEqualTo("State");
        assertThat(answer.getStringProperty("AgentId")).isEqualTo("7");
        operator.next("Invalid");
    }

    @Test
    void answersARefusedConnectAtItsDestination() throws Exception {
        chat.send(chat.text("Connect", "{\"AgentId\":\"8\",\"Destination\":\"Client.eight\"}"));

        assertThat(Client.json(chat.next("Client.eight")).get("Member").asText())
                .isEqualTo("Password");
        operator.next("Invalid");
    }

    @Test
    void servesTheNextCommandAtOnce() throws Exception {
        for (int i = 0; i < 50; i++) {
            chat.send(chat.text("Task", "{" + i));
        }
        chat.send("GetTaskState", "{\"TaskId\":\"t\"}", chat.queue("Client.next"));

        assertThat(chat.next("Client.next").getJMSType()).isEqualTo("Restored");
        for (int i = 0; i < 50; i++) {
            chat.next("ChatServer");
            operator.next("Invalid");
        }
        assertThat(operator.empty("DLQ")).isTrue();
    }
}
