package org.mediarouter.chaos.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something seen from outside. All by one process, so that there is one clock; in the history in the order seen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "seen")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Observation.Premises.class, name = "premises"),
    @JsonSubTypes.Type(value = Observation.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Observation.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Observation.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Observation.Struck.class, name = "struck"),
    @JsonSubTypes.Type(value = Observation.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Observation.Ended.class, name = "ended")
})
public sealed interface Observation {
    Instant at();

    /**
     * The first line: what must be known of the configuration.
     *
     * @param capacity tasks that an agent may have at a time, by agent and MRD
     * @param acceptWithin by MRD; likewise the others
     */
    record Premises(
            Instant at,
            Map<String, Map<String, Integer>> capacity,
            Map<String, Duration> acceptWithin,
            Map<String, Duration> wrapUpWithin,
            Map<String, Duration> expiresAfter)
            implements Observation {}

    /** Handed to the JMS client; again after a reconnection: once more, with the same correlation. */
    record Sent(
            Instant at,
            String correlation,
            String type,
            @Nullable String replyTo,
            JsonNode body) implements Observation {}

    /** The broker confirmed it. */
    record Accepted(Instant at, String correlation) implements Observation {}

    /** A message came; one {@code messageId}, one message, however often it is delivered. */
    record Received(
            Instant at,
            String destination,
            String messageId,
            boolean redelivered,
            String type,
            @Nullable String correlation,
            JsonNode body)
            implements Observation {}

    /** An outage: until the system was whole again. */
    record Struck(Instant at, Instant until, String kind, String target) implements Observation {}

    /** Stands in one of the system's queues at the end. */
    record Left(
            Instant at,
            String queue,
            String type,
            @Nullable String correlation,
            @Nullable String errorCode,
            JsonNode body)
            implements Observation {}

    /** Everything has calmed down: what has not come by now is lost. */
    record Ended(Instant at) implements Observation {}
}
