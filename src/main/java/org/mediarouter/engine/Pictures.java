package org.mediarouter.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.MrdState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.Explanation.Verdict;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.task.HistoryEntry;
import org.mediarouter.task.Offer;
import org.mediarouter.task.TaskRecord;

/** The records as the router sees them. */
final class Pictures {
    private Pictures() {}

    static RoutingEvent of(AgentRecord agent, String mrd) {
        MrdState state = agent.in(mrd);
        if (state == null) {
            return new RoutingEvent.AgentSeen(agent.id(), false, false, false, 0, 0, 0, 0);
        }
        return new RoutingEvent.AgentSeen(
                agent.id(),
                state.loggedIn(),
                state.wantsTasks(),
                agent.openTo(mrd),
                state.held().size(),
                state.terms().capacity(),
                state.availableSince().toEpochMilli(),
                state.unsureUntil() == null ? 0 : state.unsureUntil().toEpochMilli(),
                hindrance(agent, state));
    }

    private static @Nullable Verdict hindrance(AgentRecord agent, MrdState state) {
        return switch (state.state()) {
            case LOGOUT -> Verdict.NOT_LOGGED_IN;
            case LOGIN, NOT_READY, PENDING_NOT_READY -> Verdict.NOT_READY;
            case WORK_READY -> Verdict.WRAPPING_UP;
            case INTERRUPTED -> Verdict.INTERRUPTED;
            case UNKNOWN -> Verdict.UNSURE;
            case BUSY -> Verdict.CAPACITY_FULL;
            case READY, RESERVED, ACTIVE -> agent.openTo(state.mrd()) ? null : Verdict.BUSY_ELSEWHERE;
        };
    }

    static RoutingEvent of(TaskRecord task) {
        Offer offer = task.offer();
        if (offer != null) {
            return new RoutingEvent.TaskOffered(
                    task.id(),
                    offer.agentId(),
                    offer.number(),
                    offer.acceptBefore().toEpochMilli());
        }
        return switch (task.state()) {
            case QUEUED -> waiting(task);
            case WRAP_UP ->
                new RoutingEvent.TaskWrappingUp(
                        task.id(),
                        task.wrapUpBefore() == null ? 0 : task.wrapUpBefore().toEpochMilli());
            case RESERVED, ACTIVE, PAUSED -> new RoutingEvent.TaskWorked(task.id());
            case CLOSED -> new RoutingEvent.TaskEnded(task.id(), handled(task));
        };
    }

    private static RoutingEvent waiting(TaskRecord task) {
        Map<String, Long> rejections = task.rejections().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rejection -> rejection.getValue().toEpochMilli()));
        return new RoutingEvent.TaskWaiting(
                task.id(),
                task.queue(),
                task.request().priority(),
                task.request().attributes(),
                task.firstQueuedAt().toEpochMilli(),
                task.queuedAt().toEpochMilli(),
                task.expiresAt().toEpochMilli(),
                task.request().preferredAgentId(),
                task.offers(),
                rejections);
    }

    /** From the last acceptance to the end, wrap-up included; null where nobody accepted. */
    private static RoutingEvent.@Nullable Handled handled(TaskRecord task) {
        @Nullable Instant accepted = null;
        for (HistoryEntry entry : task.history()) {
            if (entry.to() == TaskStateName.ACTIVE && entry.from() == TaskStateName.RESERVED) {
                accepted = entry.time();
            }
        }
        return accepted == null || task.lastOwner() == null
                ? null
                : new RoutingEvent.Handled(
                        task.queue(),
                        task.lastOwner(),
                        Duration.between(accepted, task.since()).toMillis());
    }
}
