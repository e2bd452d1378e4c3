package org.mediarouter.blackbox;

import static org.mediarouter.blackbox.Told.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Commands with something wrong in them: what a broken or hostile client might send. */
final class Mutations {
    private static final List<String> TYPES = List.of(
            "Login",
            "AgentState",
            "Conference",
            "Transfer",
            "TaskState",
            "Task",
            "GetAgentState",
            "GetTaskState",
            "GetQueueState",
            "chat-server-restore");
    private static final List<String> STRANGE_TYPES = List.of(
            "",
            "NewTask",
            "Error",
            "task",
            "Task ",
            "TaskAgentSelected",
            "WakeUp",
            "SignInDone",
            "direct:general.Task",
            "x".repeat(5000),
            "\u0000",
            "Tä§k",
            "${header.x}",
            "'; drop");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);

    private final Random random;
    private final Session session;
    private final String agent;

    Mutations(long seed, Session session, String agent) {
        this.random = new Random(seed);
        this.session = session;
        this.agent = agent;
    }

    private ObjectNode sound(String type) {
        return switch (type) {
            case "Login" -> json("AgentId", agent, "Password", Premises.PASSWORD, "Mrd", "chat");
            case "AgentState" -> json("AgentId", agent, "Mrd", "chat", "State", "NOT_READY", "ReasonCode", "X");
            case "Conference" ->
                json("TaskId", "t1", "ConferenceOwner", agent, "ConferenceParticipant", "b", "Mrd", "chat");
            case "Transfer" -> json("TaskId", "t1", "OwnerAgentId", agent, "RecipientAgentId", "b");
            case "TaskState" -> json("TaskId", "t1", "State", "ACTIVE", "AgentId", agent, "Offer", 1);
            case "Task" -> json("Mrd", "nowhere", "Priority", 3, "Attributes", json("a", 1), "ExpiresIn", 5);
            case "GetAgentState" -> json("AgentId", agent, "Mrd", "chat");
            case "GetTaskState" -> json("TaskId", "t1");
            case "GetQueueState" -> json("Queue", "chat-general");
            default -> json("AgentIds", List.of("nobody-1", "nobody-2"));
        };
    }

    /** One more. */
    Message next() throws JMSException {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        ObjectNode body = sound(type);
        Message message = wrong(type, body);
        if (message.getJMSType() == null && random.nextInt(10) > 0) {
            message.setJMSType(type);
        }
        return message;
    }

    private Message wrong(String type, ObjectNode body) throws JMSException {
        return switch (random.nextInt(14)) {
            case 0 ->
                text(body.toString().substring(0, random.nextInt(body.toString().length())));
            case 1, 2, 3 -> text(withWrongValue(body).toString());
            case 4 -> text(without(body).toString());
            case 5 -> random.nextInt(20) == 0 ? huge(body) : text(deep());
            case 6 -> text(controlled(body.toString()));
            case 7 -> bytes(body.toString().replace("chat", "chät"), CHARSETS.get(random.nextInt(CHARSETS.size())));
            case 8 -> typed(text(body.toString()), STRANGE_TYPES.get(random.nextInt(STRANGE_TYPES.size())));
            case 9 -> withProperties(text(body.toString()));
            case 10 -> noise();
            case 11 -> ofAnotherKind();
            case 12 -> text(scalar());
            default -> text(swapped(body.toString()));
        };
    }

    private Message text(String body) throws JMSException {
        return session.createTextMessage(body);
    }

    private static Message typed(Message message, String type) throws JMSException {
        message.setJMSType(type);
        return message;
    }

    private Message bytes(String body, Charset charset) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body.getBytes(charset));
        return message;
    }

    private String member(ObjectNode body) {
        List<String> names = new ArrayList<>();
        Iterator<String> all = body.fieldNames();
        all.forEachRemaining(names::add);
        return names.get(random.nextInt(names.size()));
    }

    private ObjectNode withWrongValue(ObjectNode body) {
        Object[] wrong = {
            42,
            -1,
            1e300,
            true,
            List.of(1, "x"),
            json("x", json("y", 1)),
            "",
            " ",
            "../..",
            "a".repeat(200),
            "ä",
            "x/y",
            Long.MAX_VALUE,
            "\u0000",
            List.of(),
            json(),
            0.5,
            "nobody"
        };
        String name = member(body);
        body.setAll(json(name, wrong[random.nextInt(wrong.length)]));
        if (random.nextInt(8) == 0) {
            body.putNull(name);
        }
        return body;
    }

    private ObjectNode without(ObjectNode body) {
        body.remove(member(body));
        return body;
    }

    private Message huge(ObjectNode body) throws JMSException {
        body.put("Padding", "x".repeat(64 * 1024 + random.nextInt(200 * 1024)));
        return text(body.toString());
    }

    private String deep() {
        int depth = 20 + random.nextInt(500);
        return "{\"AgentId\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }

    private String controlled(String body) {
        StringBuilder text = new StringBuilder(body);
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.insert(random.nextInt(text.length()), (char) random.nextInt(32));
        }
        return text.toString();
    }

    private String swapped(String body) {
        char[] text = body.toCharArray();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text[random.nextInt(text.length)] = (char) (32 + random.nextInt(95));
        }
        return new String(text);
    }

    private String scalar() {
        String[] scalars = {"", "null", "1", "\"x\"", "[]", "[{}]", "true", "{}{}", "{", "NaN", "{\"AgentId\":01}"};
        return scalars[random.nextInt(scalars.length)];
    }

    private Message withProperties(Message message) throws JMSException {
        String[] names = {
            "AgentId",
            "ReplyTo",
            "Audience",
            "OperationId",
            "After",
            "Sender",
            "ExpiresAt",
            "Category",
            "CamelJmsX",
            "JMSXGroupID",
            "CamelFileName",
            "breadcrumbId"
        };
        for (int i = random.nextInt(6); i >= 0; i--) {
            String name = names[random.nextInt(names.length)];
            switch (random.nextInt(4)) {
                case 0 -> message.setStringProperty(name, "General");
                case 1 -> message.setStringProperty(name, "${body}\n" + "x".repeat(random.nextInt(300)));
                case 2 -> message.setStringProperty(name, String.valueOf(random.nextLong()));
                default -> message.setStringProperty(name + random.nextInt(9), "y");
            }
        }
        return message;
    }

    private Message noise() throws JMSException {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(noise);
        return message;
    }

    private Message ofAnotherKind() throws JMSException {
        switch (random.nextInt(4)) {
            case 0 -> {
                MapMessage map = session.createMapMessage();
                map.setString("AgentId", agent);
                return map;
            }
            case 1 -> {
                return session.createObjectMessage("{}");
            }
            case 2 -> {
                return session.createStreamMessage();
            }
            default -> {
                return session.createMessage();
            }
        }
    }
}
