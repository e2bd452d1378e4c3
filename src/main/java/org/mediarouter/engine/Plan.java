package org.mediarouter.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.mediarouter.assignment.Assignment.Expired;

/**
 * What one message leads to, as it is kept before it is carried out: when the message comes again, this is carried out
 * again, whatever the router would decide by then. Times are milliseconds since the epoch.
 *
 * @param more whether there was more to do, which is left to a later message
 */
record Plan(List<Step> steps, boolean more) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Plan {
        steps = List.copyOf(steps);
    }

    /** One thing to do. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MakeOffer.class, name = "offer"),
        @JsonSubTypes.Type(value = Rona.class, name = "rona"),
        @JsonSubTypes.Type(value = EndWrapUp.class, name = "wrap-up"),
        @JsonSubTypes.Type(value = Expire.class, name = "expire"),
        @JsonSubTypes.Type(value = EndUnsureness.class, name = "unsure"),
        @JsonSubTypes.Type(value = Overflow.class, name = "overflow"),
        @JsonSubTypes.Type(value = Move.class, name = "move"),
        @JsonSubTypes.Type(value = ChangeTerms.class, name = "terms"),
        @JsonSubTypes.Type(value = Sweep.class, name = "sweep")
    })
    sealed interface Step {}

    record MakeOffer(String taskId, String agentId, int number, long acceptBefore) implements Step {}

    /** The first offer is the one whose time is over, the others are those that the agent has beside it. */
    record Rona(String agentId, List<Expired> offers) implements Step {}

    record EndWrapUp(String taskId) implements Step {}

    record Expire(String taskId) implements Step {}

    record EndUnsureness(String agentId) implements Step {}

    record Overflow(String taskId, String queue) implements Step {}

    /** The task's queue is no longer configured. */
    record Move(String taskId, String from, String queue) implements Step {}

    /** The agent's record doesn't say what the configuration does: capacity, and the other settings of the MRD. */
    record ChangeTerms(String agentId) implements Step {}

    /** Holds that their tasks don't name: void, left behind by a crash. */
    record Sweep(String agentId, List<String> taskIds) implements Step {}

    String toText() {
        try {
            return JSON.writerFor(Plan.class).writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan can't be written", e);
        }
    }

    static Plan parse(String text) {
        try {
            return JSON.readValue(text, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan can't be read", e);
        }
    }

    static Plan of(List<? extends Step> steps) {
        return new Plan(List.copyOf(steps), false);
    }

    Plan and(List<? extends Step> others) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(others);
        return new Plan(all, more);
    }

    /** The first so many of its steps. */
    Plan atMost(int limit) {
        return steps.size() <= limit ? this : new Plan(steps.subList(0, limit), true);
    }
}
