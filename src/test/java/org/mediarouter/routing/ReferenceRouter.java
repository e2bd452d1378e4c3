package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mediarouter.routing.expression.Compiled;
import org.mediarouter.routing.expression.ExpressionCompiler;
import org.mediarouter.routing.expression.SkipCondition;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.expression.TaskAttributes;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;

/**
 * The rules of routing written down as directly as possible: it looks at every task and every agent every time. The
 * indexed router must decide the same.
 */
final class ReferenceRouter {

    enum State {
        WAITING,
        OFFERED,
        WRAPPING_UP,
        OTHER
    }

    static final class Agent {
        RoutingEvent.AgentSeen seen;
        boolean alone;
        int held;
        long availableSince;
        long due = Long.MAX_VALUE;
    }

    static final class Task {
        String id;
        State state = State.OTHER;
        RoutingEvent.TaskWaiting seen;
        int offers;
        String offeredTo;
        boolean started;
        int step;
        long stepSince;
        boolean skipped;
        /** Deadlines up to this time are behind it. */
        long handledUpTo = Long.MIN_VALUE;
        /** Of what is not waiting. */
        long due = Long.MAX_VALUE;

        Map<String, Object> attributes() {
            return TaskAttributes.normal(seen.attributes());
        }
    }

    private final String mrd;
    Configuration configuration;
    final Map<String, Agent> agents = new TreeMap<>();
    final Map<String, Task> tasks = new TreeMap<>();
    private final Map<String, String> lastOffered = new HashMap<>();
    private final Map<String, long[]> handled = new HashMap<>();
    private List<Decision> decisions = new ArrayList<>();
    private final List<Task> entering = new ArrayList<>();

    private final Map<String, StepExpression> steps = new HashMap<>();
    private final Map<String, SkipCondition> skips = new HashMap<>();
    private final Map<List<Object>, Boolean> matched = new HashMap<>();

    ReferenceRouter(String mrd, Configuration configuration) {
        this.mrd = mrd;
        configure(configuration);
    }

    List<Decision> on(RoutingEvent event, long now) {
        for (long due = nextDue(); due <= now; due = nextDue()) {
            pass(due);
            match(due, now);
        }
        apply(event);
        entering.removeIf(task -> task.state != State.WAITING);
        entering.sort(
                Comparator.comparingLong((Task t) -> t.seen.firstQueuedAt()).thenComparing(t -> t.id));
        for (Task task : List.copyOf(entering)) {
            advance(task, now);
        }
        entering.clear();
        for (long due = nextDue(); due <= now; due = nextDue()) {
            pass(due);
        }
        match(now, now);
        List<Decision> decided = decisions;
        decisions = new ArrayList<>();
        return decided;
    }

    // --- what is told

    private void apply(RoutingEvent event) {
        if (event instanceof RoutingEvent.AgentSeen seen) {
            Agent agent = agents.computeIfAbsent(seen.agentId(), id -> new Agent());
            agent.seen = seen;
            agent.alone = false;
            agent.held = seen.held();
            agent.availableSince = seen.availableSince();
            agent.due = seen.unknownUntil() == 0 ? Long.MAX_VALUE : seen.unknownUntil();
        } else if (event instanceof RoutingEvent.TaskWaiting seen) {
            Task task = task(seen.taskId());
            if (task.seen == null
                    || task.seen.enteredAt() != seen.enteredAt()
                    || !task.seen.queue().equals(seen.queue())) {
                task.started = false;
            }
            task.seen = seen;
            task.offers = seen.offers();
            task.state = State.WAITING;
            task.due = Long.MAX_VALUE;
            task.handledUpTo = Long.MIN_VALUE;
            if (!entering.contains(task)) {
                entering.add(task);
            }
        } else if (event instanceof RoutingEvent.TaskOffered seen) {
            Task task = task(seen.taskId());
            task.state = State.OFFERED;
            task.offeredTo = seen.agentId();
            task.offers = seen.offer();
            task.due = seen.acceptBefore();
        } else if (event instanceof RoutingEvent.TaskWrappingUp seen) {
            Task task = task(seen.taskId());
            task.state = State.WRAPPING_UP;
            task.due = seen.until();
        } else if (event instanceof RoutingEvent.TaskWorked seen) {
            Task task = task(seen.taskId());
            task.state = State.OTHER;
            task.due = Long.MAX_VALUE;
        } else if (event instanceof RoutingEvent.TaskEnded seen) {
            Task task = tasks.remove(seen.taskId());
            if (task != null) {
                task.state = State.OTHER;
            }
            RoutingEvent.Handled what = seen.handled();
            if (what != null && configuration.queue(what.queue()) != null) {
                long[] sum = handled.computeIfAbsent(what.queue() + " " + what.agentId(), k -> new long[2]);
                sum[0]++;
                sum[1] += what.millis();
            }
        } else if (event instanceof RoutingEvent.Configured configured) {
            configure(configured.configuration());
        } else if (event instanceof RoutingEvent.Batch batch) {
            batch.events().forEach(this::apply);
        }
    }

    private Task task(String id) {
        return tasks.computeIfAbsent(id, i -> {
            Task task = new Task();
            task.id = i;
            return task;
        });
    }

    private void configure(Configuration next) {
        Configuration former = configuration;
        configuration = next;
        ExpressionCompiler compiler = new ExpressionCompiler(next.attributes().values());
        steps.clear();
        skips.clear();
        matched.clear();
        for (PrecisionQueue queue : next.queuesOf(mrd)) {
            for (Step step : queue.steps()) {
                steps.put(step.when(), ((Compiled.Right<StepExpression>) compiler.step(step.when())).expression());
                if (step.skipIf() != null) {
                    skips.put(
                            step.skipIf(),
                            ((Compiled.Right<SkipCondition>) compiler.skipIf(step.skipIf())).expression());
                }
            }
        }
        for (Task task : tasks.values()) {
            PrecisionQueue now = task.seen == null ? null : queue(task);
            PrecisionQueue before =
                    now == null || former == null ? null : former.queues().get(now.id());
            if (now != null && (before == null || !before.steps().equals(now.steps()))) {
                task.started = false;
            }
            if (task.state == State.WAITING && !entering.contains(task)) {
                entering.add(task);
            }
        }
        if (former != null) {
            former.queues().keySet().stream()
                    .filter(id -> next.queue(id) == null)
                    .forEach(id -> {
                        lastOffered.remove(id);
                        handled.keySet().removeIf(key -> key.startsWith(id + " "));
                    });
        }
    }

    // --- time

    long nextDue() {
        long next = Long.MAX_VALUE;
        for (Agent agent : agents.values()) {
            next = Math.min(next, agent.due);
        }
        for (Task task : tasks.values()) {
            next = Math.min(next, due(task));
        }
        return next;
    }

    private long due(Task task) {
        if (task.state != State.WAITING) {
            return task.due;
        }
        long expires = task.seen.expiresAt() == 0 ? Long.MAX_VALUE : task.seen.expiresAt();
        List<Long> times = new ArrayList<>(task.seen.rejections().values());
        PrecisionQueue queue = queue(task);
        if (queue != null) {
            times.add(stepEnds(task, queue));
            if (task.seen.preferredAgentId() != null) {
                times.add(preferredEnds(task, queue));
            }
        }
        long next = times.stream()
                .filter(time -> time > task.handledUpTo)
                .min(Long::compare)
                .orElse(Long.MAX_VALUE);
        return Math.min(expires, next);
    }

    private void pass(long time) {
        for (Task task : List.copyOf(tasks.values())) {
            if (due(task) != time) {
                continue;
            }
            task.due = Long.MAX_VALUE;
            switch (task.state) {
                case WAITING -> {
                    if (task.seen.expiresAt() != 0 && task.seen.expiresAt() <= time) {
                        decisions.add(new Decision.TaskExpired(task.id));
                        task.state = State.OTHER;
                    } else {
                        advance(task, time);
                    }
                }
                case OFFERED -> {
                    decisions.add(new Decision.OfferExpired(task.id, task.offeredTo, task.offers));
                    task.state = State.OTHER;
                    agents.computeIfAbsent(task.offeredTo, id -> new Agent()).alone = true;
                }
                case WRAPPING_UP -> {
                    decisions.add(new Decision.WrapUpExpired(task.id));
                    task.state = State.OTHER;
                }
                case OTHER -> throw new IllegalStateException();
            }
        }
        agents.forEach((id, agent) -> {
            if (agent.due == time) {
                agent.due = Long.MAX_VALUE;
                agent.alone = true;
                decisions.add(new Decision.UnsurenessExpired(id));
            }
        });
    }

    // --- steps

    PrecisionQueue queue(Task task) {
        PrecisionQueue queue = configuration.queue(task.seen.queue());
        return queue == null || !queue.mrd().equals(mrd) ? null : queue;
    }

    private static long preferredEnds(Task task, PrecisionQueue queue) {
        return task.seen.enteredAt() + queue.preferredFor().toMillis();
    }

    private static long stepEnds(Task task, PrecisionQueue queue) {
        boolean last = task.step == queue.steps().size() - 1;
        if (last && queue.overflow() == null) {
            return Long.MAX_VALUE;
        }
        if (task.skipped) {
            return task.stepSince;
        }
        Step step = queue.steps().get(task.step);
        return step.timeout() == null
                ? Long.MAX_VALUE
                : task.stepSince + step.timeout().toMillis();
    }

    private void advance(Task task, long time) {
        task.handledUpTo = time;
        PrecisionQueue queue = queue(task);
        if (queue == null) {
            return;
        }
        if (!task.started) {
            task.started = true;
            enter(task, queue, 0, task.seen.enteredAt(), time);
        }
        while (stepEnds(task, queue) <= time) {
            if (task.step == queue.steps().size() - 1) {
                decisions.add(new Decision.Overflow(task.id, queue.id(), queue.overflow()));
                task.state = State.OTHER;
                return;
            }
            enter(task, queue, task.step + 1, stepEnds(task, queue), time);
        }
    }

    private void enter(Task task, PrecisionQueue queue, int step, long since, long time) {
        task.step = step;
        task.stepSince = since;
        task.skipped = false;
        String skipIf = queue.steps().get(step).skipIf();
        if (skipIf == null) {
            return;
        }
        int loggedIn = 0;
        int ready = 0;
        for (String id : agents.keySet()) {
            loggedIn += loggedIn(id) && matches(id, queue.steps().get(step), task) ? 1 : 0;
            ready += free(id) && firstStep(id, task, queue.steps().size() - 1) >= 0 ? 1 : 0;
        }
        List<Task> waiting = waiting().stream()
                .filter(other -> other.seen.queue().equals(queue.id()))
                .toList();
        long oldest =
                waiting.stream().mapToLong(t -> t.seen.firstQueuedAt()).min().orElseThrow();
        double longest = Math.max(0, time - oldest) / 1000.0;
        task.skipped = skips.get(skipIf).holds(new SkipCondition.Figures(loggedIn, waiting.size(), ready, longest));
    }

    // --- who may take what

    List<Task> waiting() {
        return tasks.values().stream()
                .filter(task -> task.state == State.WAITING)
                .toList();
    }

    boolean loggedIn(String agentId) {
        Agent agent = agents.get(agentId);
        return agent != null && agent.seen != null && agent.seen.loggedIn();
    }

    boolean wants(String agentId) {
        return loggedIn(agentId) && agents.get(agentId).seen.wantsTasks() && !agents.get(agentId).alone;
    }

    boolean free(String agentId) {
        Agent agent = agents.get(agentId);
        return loggedIn(agentId) && agent.seen.mayTake() && !agent.alone && agent.held < agent.seen.capacity();
    }

    private boolean matches(String agentId, Step step, Task task) {
        AgentProfile profile = configuration.agent(agentId);
        if (profile == null || !profile.mrds().containsKey(mrd)) {
            return false;
        }
        return matched.computeIfAbsent(
                List.of(step.when(), profile.attributes(), task.attributes()),
                key -> steps.get(step.when()).matches(configuration.attributesOf(profile), task.attributes()));
    }

    /** The first step up to this one that the agent matches; -1: none. */
    int firstStep(String agentId, Task task, int reached) {
        PrecisionQueue queue = queue(task);
        for (int i = 0; i <= reached; i++) {
            if (matches(agentId, queue.steps().get(i), task)) {
                return i;
            }
        }
        return -1;
    }

    boolean mayTake(String agentId, Task task, long time) {
        PrecisionQueue queue = queue(task);
        if (queue == null || !free(agentId) || firstStep(agentId, task, task.step) < 0) {
            return false;
        }
        String preferred = task.seen.preferredAgentId();
        boolean waitsForPreferred = preferred != null
                && time < preferredEnds(task, queue)
                && loggedIn(preferred)
                && firstStep(preferred, task, task.step) >= 0
                && !task.seen.rejections().containsKey(preferred);
        if (waitsForPreferred && !agentId.equals(preferred)) {
            return false;
        }
        Long until = task.seen.rejections().get(agentId);
        if (until == null) {
            return true;
        }
        boolean othersWant = agents.keySet().stream()
                .anyMatch(other -> !task.seen.rejections().containsKey(other)
                        && wants(other)
                        && firstStep(other, task, task.step) >= 0);
        return time >= until && !othersWant;
    }

    // --- the order of tasks, and of agents

    private long age(Task task, long time) {
        PrecisionQueue queue = queue(task);
        return queue == null || queue.agingAfter() == null
                ? 0
                : Math.max(
                        0,
                        (time - task.seen.firstQueuedAt()) / queue.agingAfter().toMillis());
    }

    Comparator<Task> order(long time) {
        return Comparator.comparingLong((Task task) -> -(queue(task).priority() + age(task, time)))
                .thenComparingLong(task -> -(task.seen.priority() + age(task, time)))
                .thenComparingLong(task -> task.seen.firstQueuedAt())
                .thenComparing(task -> task.id);
    }

    private void match(long time, long now) {
        while (true) {
            Task first = waiting().stream()
                    .filter(task -> queue(task) != null)
                    .filter(task -> agents.keySet().stream().anyMatch(agent -> mayTake(agent, task, time)))
                    .min(order(time))
                    .orElse(null);
            if (first == null) {
                return;
            }
            offer(first, choose(first, time), now);
        }
    }

    private String choose(Task task, long time) {
        PrecisionQueue queue = queue(task);
        List<String> able = agents.keySet().stream()
                .filter(agent -> mayTake(agent, task, time))
                .toList();
        Comparator<String> longest = Comparator.comparingLong((String id) -> agents.get(id).availableSince)
                .thenComparing(id -> id);
        Selection selection = queue.selection();
        return switch (selection) {
            case LONGEST_AVAILABLE -> able.stream().min(longest).orElseThrow();
            case LEAST_ACTIVE ->
                able.stream()
                        .min(Comparator.comparing((String id) -> (double) agents.get(id).held
                                        / agents.get(id).seen.capacity())
                                .thenComparing(longest))
                        .orElseThrow();
            case MOST_SKILLED ->
                able.stream()
                        .min(Comparator.comparingInt((String id) -> -skill(id, task))
                                .thenComparing(longest))
                        .orElseThrow();
            case LEAST_SKILLED ->
                able.stream()
                        .min(Comparator.comparingInt((String id) -> skill(id, task))
                                .thenComparing(longest))
                        .orElseThrow();
            case ROUND_ROBIN ->
                able.stream()
                        .filter(id ->
                                lastOffered.containsKey(queue.id()) && id.compareTo(lastOffered.get(queue.id())) > 0)
                        .findFirst()
                        .orElse(able.get(0));
            case FASTEST_FIRST ->
                able.stream()
                        .min(Comparator.comparingLong((String id) -> averageHandling(queue, id))
                                .thenComparing(longest))
                        .orElseThrow();
            case RANDOM ->
                able.stream()
                        .sorted(Comparator.comparingInt((String id) -> firstStep(id, task, task.step))
                                .thenComparing(id -> id))
                        .toList()
                        .get(Draw.of(configuration.seed(), task.id, task.offers + 1, able.size()));
        };
    }

    private long averageHandling(PrecisionQueue queue, String agentId) {
        long[] sum = handled.get(queue.id() + " " + agentId);
        return sum == null ? 0 : sum[1] / sum[0];
    }

    private int skill(String agentId, Task task) {
        Step step = queue(task).steps().get(firstStep(agentId, task, task.step));
        Map<String, Object> attributes = configuration.attributesOf(configuration.agent(agentId));
        return steps.get(step.when()).proficiencies().stream()
                .mapToInt(name -> (Integer) attributes.get(name))
                .sum();
    }

    private void offer(Task task, String agentId, long now) {
        task.offers++;
        task.state = State.OFFERED;
        task.offeredTo = agentId;
        task.due = now + configuration.mrd(mrd).acceptWithin().toMillis();
        Agent agent = agents.get(agentId);
        agent.held++;
        agent.availableSince = now;
        lastOffered.put(queue(task).id(), agentId);
        decisions.add(new Decision.Offer(
                task.id, agentId, queue(task).id(), firstStep(agentId, task, task.step), task.offers, task.due));
    }
}
