package org.mediarouter.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.message.Category;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.Outgoing;

/** Answers what is malformed, and keeps a copy in {@code Invalid} (protocol, section 5). */
final class RefuseMalformed implements Processor {
    private static final int LONGEST_TYPE = 128;

    private final Answers answers;
    private final ClientDestinations destinations;
    private final Sender sender;
    private final Copies copies;
    private final Patience patience;
    private final Traffic traffic;

    RefuseMalformed(
            Answers answers,
            ClientDestinations destinations,
            Sender sender,
            Copies copies,
            Patience patience,
            Traffic traffic) {
        this.answers = answers;
        this.destinations = destinations;
        this.sender = sender;
        this.copies = copies;
        this.patience = patience;
        this.traffic = traffic;
    }

    @Override
    public void process(Exchange exchange) throws JMSException {
        Delivery delivery = Delivery.of(exchange);
        Malformed malformed = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Malformed.class);
        Envelope envelope = delivery.envelope();
        ObjectNode members = malformed.members();
        Error error = error(delivery, malformed);
        if (delivery.line().commands() || envelope.replyTo() != null) {
            Destination to = patience.persist(() -> place(delivery.type(), members, envelope.replyTo()));
            delivery.handled(List.of(Outgoing.told(to, error, envelope.correlation())));
            sender.send(delivery.session(), delivery.results());
        }
        copies.send(Destination.INVALID, delivery, error.code(), error.message(), members);
        traffic.handled(delivery);
    }

    private static Error error(Delivery delivery, Malformed malformed) {
        String type = delivery.type();
        ObjectNode members = malformed.members();
        return new Error(
                malformed.refusal().code(),
                malformed.refusal().message(),
                type == null || type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE),
                malformed.refusal().member(),
                id(members, "AgentId", "OwnerAgentId", "ConferenceOwner"),
                id(members, "TaskId"),
                null,
                delivery.envelope().time(),
                category(type));
    }

    private Destination place(@Nullable String type, @Nullable ObjectNode members, @Nullable Destination replyTo) {
        if (replyTo == null && "Connect".equals(type) && members != null) {
            return destinations
                    .named(members.path("Destination").asText(""))
                    .orElseGet(() -> answers.of(id(members, "AgentId"), null));
        }
        return answers.of(id(members, "AgentId", "OwnerAgentId", "ConferenceOwner"), replyTo);
    }

    private static @Nullable String id(@Nullable ObjectNode members, String... names) {
        if (members == null) {
            return null;
        }
        Function<String, JsonNode> member = members::path;
        return Stream.of(names)
                .map(member)
                .filter(value -> value.isTextual() || value.isNumber())
                .map(JsonNode::asText)
                .filter(Codec::isId)
                .findFirst()
                .orElse(null);
    }

    private static Category category(@Nullable String type) {
        if (type == null) {
            return Category.AGENT_STATE;
        }
        return switch (type) {
            case "TaskState", "GetTaskState" -> Category.TASK_STATE;
            case "Task" -> Category.NEW_TASK;
            default -> Category.AGENT_STATE;
        };
    }
}
