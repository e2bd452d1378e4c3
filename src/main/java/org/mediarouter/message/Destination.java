package org.mediarouter.message;

/**
 * Where a message goes: a queue, a topic, or a client's temporary queue.
 *
 * @param name the broker's address, without any prefix
 */
public record Destination(String name, Kind kind) {
    private static final String TOPIC = "topic://";
    private static final String TEMPORARY = "temporary://";

    /** What stands behind the address. */
    public enum Kind {
        QUEUE,
        TOPIC,
        TEMPORARY
    }

    /** The queues of protocol section 2. */
    public static final Destination GENERAL = queue("General");

    public static final Destination ROUTING_ENGINE = queue("RoutingEngine");
    public static final Destination COMMUNICATION_SERVER = queue("CommunicationServer");
    public static final Destination CHAT_SERVER = queue("ChatServer");
    public static final Destination INVALID = queue("Invalid");
    public static final Destination DEAD_LETTERS = queue("DLQ");

    /** Internal: sign-in work, in order for each agent, beside the line of {@link #GENERAL}. */
    public static final Destination SIGN_IN = queue("SignIn");

    public static Destination queue(String name) {
        return new Destination(name, Kind.QUEUE);
    }

    public static Destination temporary(String name) {
        return new Destination(name, Kind.TEMPORARY);
    }

    /** Where an agent hears who named no {@code Destination} of his own: {@code Agent.<AgentId>}. */
    public static Destination ofAgent(String agentId) {
        return queue("Agent." + agentId);
    }

    /** The inverse of {@link #toString()}; {@code topic://NAME} is a topic, a bare name a queue. */
    public static Destination parse(String text) {
        if (text.startsWith(TOPIC)) {
            return new Destination(text.substring(TOPIC.length()), Kind.TOPIC);
        }
        if (text.startsWith(TEMPORARY)) {
            return new Destination(text.substring(TEMPORARY.length()), Kind.TEMPORARY);
        }
        return queue(text);
    }

    /** As a client would write it, for example {@code Agent.1001} or {@code topic://ChatServer.events}. */
    @Override
    public String toString() {
        return switch (kind) {
            case QUEUE -> name;
            case TOPIC -> TOPIC + name;
            case TEMPORARY -> TEMPORARY + name;
        };
    }
}
