package org.mediarouter.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The protocol as an AsyncAPI 3.0 document, seen from the Media Router: it receives commands and sends what it tells. */
final class AsyncApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> CHANNELS = new LinkedHashMap<>();

    static {
        CHANNELS.put(
                "General",
                "Commands of the Chat Server, durable. The answer goes to JMSReplyTo, else to the"
                        + " destination of the connected agent whom the command names, else to ChatServer.");
        CHANNELS.put("Answer", "Where a command's JMSReplyTo says, as far as mediarouter.destinations allows it.");
        CHANNELS.put(
                "Agent",
                "What is told about one agent: to the Destination of Connect, else to Agent.<AgentId>."
                        + " topic://NAME as Destination makes it a topic.");
        CHANNELS.put(
                "ChatServer",
                "What has no better place, and what is told to the creator of a task who named no" + " JMSReplyTo.");
        CHANNELS.put("RoutingEngine", "Inside: Communication Server to Media Routing Engine.");
        CHANNELS.put("CommunicationServer", "Inside: Media Routing Engine to Communication Server, which relays it.");
        CHANNELS.put("Invalid", "A copy of every message refused as malformed. The value of a Password is blanked.");
        CHANNELS.put("DLQ", "The broker's own: what could not be handled in ten attempts.");
        CHANNELS.put("ExpiryQueue", "The broker's own: what expired before it was consumed.");
    }

    ObjectNode write() {
        ObjectNode document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Media Router")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Routes tasks to the agents of a contact centre. A message is a persistent JMS text message"
                                + " (or a bytes message of UTF-8) with one JSON object of at most 65536 bytes; its"
                                + " JMSType (AMQP subject, STOMP header type) names it.");
        document.put("defaultContentType", "application/json");
        servers(document.putObject("servers"));
        channels(document.putObject("channels"));
        operations(document.putObject("operations"));
        ObjectNode messages = document.putObject("components").putObject("messages");
        Catalogue.entries().forEach(entry -> messages.set(entry.name(), message(entry)));
        messages.set("Refused", refused());
        return document;
    }

    private static void servers(ObjectNode servers) {
        Map.of("jms", "JMS (CORE or OpenWire)", "amqp1", "AMQP 1.0", "stomp", "STOMP").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(protocol -> servers.putObject(protocol.getKey())
                        .put("host", "127.0.0.1:61616")
                        .put("protocol", protocol.getKey())
                        .put("description", "The broker, by " + protocol.getValue() + "."));
    }

    private static void channels(ObjectNode channels) {
        CHANNELS.forEach((name, description) -> {
            ObjectNode channel = channels.putObject(name);
            switch (name) {
                case "Agent" -> channel.put("address", "Agent.{AgentId}");
                case "Answer" -> channel.putNull("address");
                default -> channel.put("address", name);
            }
            channel.put("description", description);
            if (name.equals("Agent")) {
                channel.putObject("parameters").putObject("AgentId").put("description", "The agent.");
            }
            if (List.of("DLQ", "ExpiryQueue").contains(name)) {
                return;
            }
            ObjectNode messages = channel.putObject("messages");
            on(name).forEach(message -> messages.putObject(message).put("$ref", "#/components/messages/" + message));
        });
    }

    /** The messages of a channel; an answer can come wherever the client said. */
    private static List<String> on(String channel) {
        if (channel.equals("Invalid")) {
            return List.of("Refused");
        }
        boolean client = List.of("Agent", "Answer", "ChatServer").contains(channel);
        return Catalogue.entries().stream()
                .filter(entry -> client
                        ? !entry.command() && !entry.text("queue").equals("RoutingEngine")
                        : entry.words("queue").contains(channel))
                .map(Catalogue.Entry::name)
                .toList();
    }

    private static void operations(ObjectNode operations) {
        Catalogue.commands().forEach(command -> {
            ObjectNode operation = operations.putObject(lower(command.name()));
            operation.put("action", "receive");
            refer(operation, "channel", "#/channels/General");
            operation.put("summary", command.text("description"));
            operation.putArray("messages").addObject().put("$ref", "#/channels/General/messages/" + command.name());
            ObjectNode reply = operation.putObject("reply");
            reply.putObject("address")
                    .put("location", "$message.header#/JMSReplyTo")
                    .put("description", "Answered with " + command.text("answer") + "; refused with Error.");
            refer(reply, "channel", "#/channels/Answer");
            ArrayNode answers = reply.putArray("messages");
            answers(command).forEach(name -> answers.addObject().put("$ref", "#/channels/Answer/messages/" + name));
        });
        Map<String, String> told = new LinkedHashMap<>();
        told.put("Agent", "What agents hear.");
        told.put("ChatServer", "What the Chat Server hears beside.");
        told.put("RoutingEngine", "What the Communication Server forwards.");
        told.put("CommunicationServer", "What the engine says.");
        told.put("Invalid", "What was refused as malformed.");
        told.forEach((channel, summary) -> {
            ObjectNode operation = operations.putObject("tell" + channel).put("action", "send");
            refer(operation, "channel", "#/channels/" + channel);
            operation.put("summary", summary);
        });
    }

    private static List<String> answers(Catalogue.Entry command) {
        return Catalogue.entries().stream()
                .filter(entry -> !entry.command())
                .filter(entry -> entry.name().equals("Error")
                        || List.of(command.text("answer").split("[^A-Za-z]+")).contains(entry.name())
                        || (command.name().equals("GetAgentState")
                                && entry.name().equals("AgentStates")))
                .map(Catalogue.Entry::name)
                .toList();
    }

    private static ObjectNode message(Catalogue.Entry entry) {
        Message sample = entry.sample();
        ObjectNode message = JSON.objectNode().put("name", entry.jmsType());
        message.put("title", entry.name()).put("summary", entry.text("description"));
        ObjectNode headers = message.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("JMSType").put("const", entry.jmsType());
        if (entry.command()) {
            properties.putObject("JMSCorrelationID").put("type", "string");
            properties.putObject("JMSReplyTo").put("type", "string").put("description", "Where the answer shall go.");
        } else {
            category(properties, entry, sample);
            properties
                    .putObject("JMSCorrelationID")
                    .put("type", "string")
                    .put("description", "That of the command which caused it, else that of the Task.");
            about(properties, "AgentId", sample.aboutAgent());
            about(properties, "TaskId", sample.aboutTask());
            about(properties, "Mrd", sample.aboutMrd());
        }
        ArrayNode required = headers.putArray("required").add("JMSType");
        if (!entry.command()) {
            required.add("Category");
        }
        message.putObject("payload").put("$ref", "./schema/" + entry.name() + ".schema.json");
        ArrayNode examples = message.putArray("examples");
        entry.examples().forEach(example -> {
            ObjectNode one = examples.addObject();
            one.putObject("headers").put("JMSType", entry.jmsType());
            one.set("payload", example);
        });
        if (!entry.words("errors").isEmpty()) {
            ArrayNode errors = message.putArray("x-errors");
            entry.words("errors").forEach(errors::add);
        }
        message.put("x-row", entry.text("row"));
        message.put("x-category", sample.category().text());
        return message;
    }

    private static void category(ObjectNode properties, Catalogue.Entry entry, Message sample) {
        if (entry.type() == Error.class) {
            ArrayNode texts = properties.putObject("Category").putArray("enum");
            for (Category category : Category.values()) {
                texts.add(category.text());
            }
        } else {
            properties.putObject("Category").put("const", sample.category().text());
        }
    }

    private static void about(ObjectNode properties, String name, @Nullable String value) {
        if (value != null) {
            properties.putObject(name).put("type", "string").put("description", "As in the body, for selectors.");
        }
    }

    private static ObjectNode refused() {
        ObjectNode message = JSON.objectNode().put("name", "as received");
        message.put("title", "Refused").put("summary", "A malformed message as it came, where it may be shown.");
        ObjectNode headers = message.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ArrayNode codes = properties.putObject("ErrorCode").putArray("enum");
        for (ErrorCode code : ErrorCode.values()) {
            if (code.malformed()) {
                codes.add(code.name());
            }
        }
        properties.putObject("ErrorMessage").put("type", "string");
        properties.putObject("SourceQueue").put("type", "string");
        headers.putArray("required").add("ErrorCode").add("ErrorMessage").add("SourceQueue");
        return message;
    }

    private static void refer(ObjectNode node, String name, String target) {
        node.putObject(name).put("$ref", target);
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
