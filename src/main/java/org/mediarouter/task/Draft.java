package org.mediarouter.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;
import org.mediarouter.message.TaskStateName;

/** The next version of a task's record, while {@link TaskMachine} makes it. */
final class Draft {
    private final TaskRecord before;
    private final Instant at;
    private String queue;
    private Request request;
    private Instant queuedAt;
    private TaskStateName state;
    private @Nullable String reason;
    private List<String> agents;
    private @Nullable Offer offer;
    private int offers;
    private final Map<String, Instant> rejections;
    private @Nullable Instant wrapUpBefore;

    Draft(TaskRecord before, Instant at) {
        this.before = before;
        this.at = at;
        queue = before.queue();
        request = before.request();
        queuedAt = before.queuedAt();
        state = before.state();
        reason = before.reason();
        agents = new ArrayList<>(before.agents());
        offer = before.offer();
        offers = before.offers();
        rejections = new HashMap<>(before.rejections());
        wrapUpBefore = before.wrapUpBefore();
    }

    /** Into a state, for a reason. */
    Draft to(TaskStateName next, @Nullable String why) {
        state = next;
        reason = why;
        wrapUpBefore = null;
        return this;
    }

    /** In the same state, its deadline too. */
    Draft staying(TaskStateName same, @Nullable String why, @Nullable Instant until) {
        to(same, why);
        wrapUpBefore = until;
        return this;
    }

    /** Back into, or on to, a queue; with a new entry steps and expiry start again. */
    Draft intoQueue(String name, @Nullable String why, boolean newEntry) {
        queue = name;
        queuedAt = newEntry ? at : queuedAt;
        agents = new ArrayList<>();
        offer = null;
        return to(TaskStateName.QUEUED, why);
    }

    Draft wrapUpFor(Duration wrapUpWithin, @Nullable String why) {
        to(TaskStateName.WRAP_UP, why);
        wrapUpBefore = at.plus(wrapUpWithin);
        return this;
    }

    Draft offered(Offer next) {
        offer = next;
        offers = next.number();
        return this;
    }

    Draft offersAtLeast(int number) {
        offers = Math.max(offers, number);
        return this;
    }

    Draft withoutOffer() {
        offer = null;
        return this;
    }

    Draft agents(List<String> next) {
        agents = new ArrayList<>(next);
        return this;
    }

    Draft join(String agentId) {
        agents.add(agentId);
        return this;
    }

    Draft leave(String agentId) {
        agents.remove(agentId);
        return this;
    }

    Draft rejectedBy(String agentId, Instant until) {
        rejections.put(agentId, until);
        return this;
    }

    Draft hearingAt(Destination creator) {
        request = request.hearingAt(creator);
        return this;
    }

    /** Done: one version on, with a line of history about that agent and offer. */
    TaskRecord by(@Nullable String agentId, int offerNumber) {
        String owner = agents.isEmpty() ? before.owner() : agents.get(0);
        HistoryEntry entry = new HistoryEntry(at, before.state(), state, agentId, reason, offerNumber, queue);
        return build(owner == null ? before.lastOwner() : owner, at, before.version() + 1, before.historyWith(entry));
    }

    /** Done, and nobody need be told. */
    TaskRecord quietly() {
        return build(before.lastOwner(), before.since(), before.version(), before.history());
    }

    private TaskRecord build(@Nullable String lastOwner, Instant since, long version, List<HistoryEntry> history) {
        return new TaskRecord(
                before.id(),
                before.mrd(),
                queue,
                request,
                before.firstQueuedAt(),
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
                before.commandVersion(),
                history);
    }
}
