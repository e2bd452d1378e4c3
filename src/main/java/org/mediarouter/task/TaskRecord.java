package org.mediarouter.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;

/**
 * All that the system keeps of a task.
 *
 * @param firstQueuedAt the task's place in the order of those that wait; it never changes
 * @param queuedAt the last entry into a queue other than by RONA or rejection: steps and expiry count from it
 * @param agents who is on the task, owner first; a pending offer does not count
 * @param lastOwner who owned it last
 * @param offer the pending offer
 * @param offers how many offers there were so far
 * @param rejections by agent: until when the task isn't offered again to an agent who rejected it
 * @param wrapUpBefore when the wrap-up ends by itself
 * @param since the time of the last change
 * @param version grows with each change
 * @param commandVersion the last version that a Chat Server's command caused, or found as it wished: the Communication Server has
 *     told it itself
 */
public record TaskRecord(
        String id,
        String mrd,
        String queue,
        Request request,
        Instant firstQueuedAt,
        Instant queuedAt,
        TaskStateName state,
        @Nullable String reason,
        List<String> agents,
        @Nullable String lastOwner,
        @Nullable Offer offer,
        int offers,
        Map<String, Instant> rejections,
        @Nullable Instant wrapUpBefore,
        Instant since,
        long version,
        long commandVersion,
        List<HistoryEntry> history) {

    public TaskRecord {
        agents = List.copyOf(agents);
        rejections = Map.copyOf(rejections);
        history = List.copyOf(history);
    }

    public @Nullable String owner() {
        return agents.isEmpty() ? null : agents.get(0);
    }

    /** When the task is given up if it still waits then. */
    public Instant expiresAt() {
        return queuedAt.plus(request.expiresAfter());
    }

    /** Everyone on the task, an offer counts. */
    public Set<String> concerned() {
        Set<String> concerned = new LinkedHashSet<>(agents);
        if (offer != null) {
            concerned.add(offer.agentId());
        }
        return concerned;
    }

    /** Whether the agent's last offer of this task has ended, and not by acceptance. */
    public boolean offeredBefore(String agentId) {
        return history.stream()
                .filter(entry -> entry.offer() > 0 && agentId.equals(entry.agentId()))
                .reduce((earlier, later) -> later)
                .filter(last -> withdrawn(last.offer()))
                .isPresent();
    }

    /** Whether the offer of that number has ended, and not by acceptance. */
    boolean withdrawn(int number) {
        return number <= offers
                && (offer == null || offer.number() != number)
                && history.stream().noneMatch(entry -> entry.accepts(number));
    }

    /** As the protocol tells it; the reason is that of the last change. */
    public TaskState told() {
        return told(reason);
    }

    /** As the protocol tells it, with another reason: the answer's own. */
    public TaskState told(@Nullable String why) {
        return new TaskState(
                id,
                state,
                mrd,
                queue,
                teller(),
                agents.isEmpty() ? null : agents,
                why,
                request.requestId(),
                offers == 0 ? null : offers,
                since,
                version,
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable String teller() {
        if (!agents.isEmpty()) {
            return agents.get(0);
        }
        if (state == TaskStateName.CLOSED) {
            return lastOwner;
        }
        return offer == null ? null : offer.agentId();
    }

    /** A change that is told: the version grows and the history has it. */
    Draft draft(Instant at) {
        return new Draft(this, at);
    }

    /** The same without what the client said of it: smaller, and nobody's secret. */
    public TaskRecord withoutAttributes() {
        return with(request.withoutAttributes(), commandVersion);
    }

    TaskRecord byCommand() {
        return with(request, version);
    }

    private TaskRecord with(Request otherRequest, long otherCommandVersion) {
        return new TaskRecord(
                id,
                mrd,
                queue,
                otherRequest,
                firstQueuedAt,
                queuedAt,
                state,
                reason,
                agents,
                lastOwner,
                offer,
                offers,
                rejections,
                wrapUpBefore,
                since,
                version,
                otherCommandVersion,
                history);
    }

    List<HistoryEntry> historyWith(HistoryEntry entry) {
        List<HistoryEntry> next = new ArrayList<>(history);
        next.add(entry);
        return next;
    }
}
