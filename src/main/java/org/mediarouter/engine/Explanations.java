package org.mediarouter.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.Explanation;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.Archive;
import org.mediarouter.task.HistoryEntry;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** Answers why a task was offered to whom, for its life and 24 hours after, on whichever node is asked. */
public final class Explanations {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Archive archive;
    private final Supplier<Configuration> configuration;

    public Explanations(AgentStore agents, TaskStore tasks, Archive archive, Supplier<Configuration> configuration) {
        this.agents = agents;
        this.tasks = tasks;
        this.archive = archive;
        this.configuration = configuration;
    }

    /** What is known of that task; null where there is none, or it is forgotten. */
    public @Nullable TaskExplanation of(String taskId, Instant now) {
        @Nullable TaskRecord task = tasks.get(taskId);
        return task == null
                ? null
                : new TaskExplanation(
                        task.id(),
                        task.mrd(),
                        task.queue(),
                        task.state().name(),
                        task.reason(),
                        task.agents(),
                        task.firstQueuedAt().toEpochMilli(),
                        offers(task),
                        task.state() == TaskStateName.QUEUED ? waiting(task, now.toEpochMilli()) : null);
    }

    private List<TaskExplanation.Offered> offers(TaskRecord task) {
        Map<Integer, OfferReasons> reasons = new TreeMap<>();
        for (String text : archive.reasons(task.id())) {
            OfferReasons one = OfferReasons.parse(text);
            reasons.put(one.offer(), one);
        }
        List<TaskExplanation.Offered> offers = new ArrayList<>();
        for (HistoryEntry made : task.history()) {
            int number = made.offer();
            boolean first = number > 0 && offers.stream().noneMatch(one -> one.offer() == number);
            if (first && made.agentId() != null) {
                @Nullable OfferReasons why = reasons.get(number);
                boolean same = why != null && why.agentId().equals(made.agentId());
                offers.add(offered(task, made, made.agentId(), same && why != null ? why.why() : null));
            }
        }
        return offers;
    }

    private static TaskExplanation.Offered offered(
            TaskRecord task, HistoryEntry made, String agentId, @Nullable Explanation why) {
        List<HistoryEntry> history = task.history();
        int number = made.offer();
        @Nullable
        HistoryEntry end = history.stream()
                .skip(history.indexOf(made) + 1L)
                .filter(entry -> entry.offer() == number || entry.to() == TaskStateName.CLOSED)
                .findFirst()
                .orElse(null);
        return new TaskExplanation.Offered(
                number,
                agentId,
                made.time().toEpochMilli(),
                end == null ? "PENDING" : outcome(end),
                end == null ? null : end.time().toEpochMilli(),
                why);
    }

    private static String outcome(HistoryEntry end) {
        if (end.to() == TaskStateName.ACTIVE && end.offer() > 0) {
            return "ACCEPTED";
        }
        return end.reason() == null ? end.to().name() : end.reason();
    }

    private @Nullable Explanation waiting(TaskRecord task, long now) {
        MrdRouter router = new MrdRouter(task.mrd(), configuration.get());
        List<Explanation> offered = new ArrayList<>();
        router.observe((taskId, agentId, time) -> {
            @Nullable Explanation why = taskId.equals(task.id()) ? router.explain(taskId, time) : null;
            if (why != null) {
                offered.add(why);
            }
        });
        List<RoutingEvent> seen = new ArrayList<>();
        agents.inMrd(task.mrd()).forEach(agent -> seen.add(Pictures.of(agent, task.mrd())));
        tasks.open(task.mrd()).forEach(one -> seen.add(Pictures.of(one)));
        router.on(new RoutingEvent.Batch(seen), now);
        return offered.isEmpty() ? router.explain(task.id(), now) : offered.get(0);
    }
}
