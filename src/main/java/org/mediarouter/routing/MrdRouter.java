package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;

/**
 * The pure routing engine of one Media Routing Domain: {@code (state, event, now) -> (state, decisions)}. The same events
 * at the same times give the same decisions. It keeps nothing that the pictures of the records don't tell it again.
 *
 * <pre>{@code
 * MrdRouter router = new MrdRouter("chat", configuration);
 * List<Decision> decisions = router.on(event, now);
 * long wakeUp = router.nextDeadline();   // then: router.on(new RoutingEvent.Tick(), now)
 * }</pre>
 *
 * Not safe for use by several threads at once.
 */
public final class MrdRouter {

    private final Floor floor;
    private final WaitingLine line;
    private final Roster roster;
    private final Arrangement arrangement;
    private final Matchmaker matchmaker;
    private final QueueFiguresOfFloor figures;
    private final Explainer explainer;

    /** @throws IllegalArgumentException where the configuration holds a wrong expression: it is not from the reader */
    public MrdRouter(String mrd, Configuration configuration) {
        this.floor = new Floor(mrd, Configuration.EMPTY);
        this.line = new WaitingLine(floor);
        this.roster = new Roster(floor, line);
        Lanes lanes = new Lanes(floor, roster);
        line.useLanes(lanes);
        this.arrangement = new Arrangement(floor, line, roster, lanes);
        this.matchmaker = new Matchmaker(floor, line, roster);
        this.figures = new QueueFiguresOfFloor(floor, lanes);
        this.explainer = new Explainer(floor);
        arrangement.apply(configuration);
    }

    /** Whoever wants to know of each offer just before it is made; null: nobody. */
    public void observe(@Nullable OfferObserver observer) {
        matchmaker.observe(observer);
    }

    /**
     * Handles all deadlines up to {@code now}, in their order, then the event, and decides. An agent who could take a task
     * when a deadline passed may be offered it for that reason, though the offer is made now.
     *
     * @param now milliseconds since the epoch
     */
    public List<Decision> on(RoutingEvent event, long now) {
        for (long due = floor.deadlines.next(); due <= now; due = floor.deadlines.next()) {
            pass(due);
            matchmaker.match(due, now);
        }
        apply(event, now);
        line.settle(now);
        // A picture may come with a deadline that has passed while nobody was there to see it.
        for (long due = floor.deadlines.next(); due <= now; due = floor.deadlines.next()) {
            pass(due);
        }
        matchmaker.match(now, now);
        if (floor.decisions.isEmpty()) {
            return List.of();
        }
        List<Decision> decided = floor.decisions;
        floor.decisions = new ArrayList<>(4);
        return decided;
    }

    /** When the next deadline passes, in milliseconds since the epoch; {@link Long#MAX_VALUE} where there is none. */
    public long nextDeadline() {
        return floor.deadlines.next();
    }

    /** The figures of a queue of this MRD; null where there is none of this id. */
    public @Nullable QueueView queue(String queueId, long now) {
        return figures.queue(queueId, now);
    }

    /** Who was looked at for a waiting task, and what speaks for or against each (R9); null where it doesn't wait. */
    public @Nullable Explanation explain(String taskId, long now) {
        return explainer.explain(taskId, now);
    }

    /**
     * The same, to be asked by an {@link OfferObserver}: who matches a step, with the agent who is about to be offered the
     * task. Of very many, some are only counted, so that its cost has an end.
     */
    public @Nullable Explanation explainOffer(String taskId, String agentId, long now) {
        return explainer.explainOffer(taskId, agentId, now);
    }

    private void pass(long time) {
        for (Timed timed = floor.deadlines.poll(time); timed != null; timed = floor.deadlines.poll(time)) {
            passed(timed, time);
        }
    }

    private void passed(Timed timed, long time) {
        if (timed instanceof AgentPicture agent) {
            floor.decisions.add(new Decision.UnsurenessExpired(agent.id));
            roster.leaveAlone(agent, time);
        } else if (timed instanceof TaskPicture task) {
            passed(task, time);
        }
    }

    private void passed(TaskPicture task, long time) {
        switch (task.state) {
            case WAITING -> {
                if (task.expiresAt != 0 && task.expiresAt <= time) {
                    QueueWaits.gone(task, time, true);
                    setAside(task, new Decision.TaskExpired(task.id));
                } else {
                    line.replace(task, time);
                }
            }
            case OFFERED -> {
                setAside(task, new Decision.OfferExpired(task.id, task.agentId, task.offers));
                roster.leaveAlone(floor.agent(task.agentId), time);
            }
            case WRAPPING_UP -> setAside(task, new Decision.WrapUpExpired(task.id));
            case WORKED, ASIDE -> throw new IllegalStateException("task " + task.id + " has no deadline");
        }
    }

    private void setAside(TaskPicture task, Decision decision) {
        line.leave(task);
        task.state = TaskPicture.State.ASIDE;
        floor.decisions.add(decision);
    }

    private void apply(RoutingEvent event, long now) {
        if (event instanceof RoutingEvent.AgentSeen seen) {
            roster.see(seen, now);
        } else if (event instanceof RoutingEvent.TaskWaiting seen) {
            line.see(seen);
        } else if (event instanceof RoutingEvent.TaskOffered seen) {
            TaskPicture task = notWaiting(seen.taskId(), TaskPicture.State.OFFERED, seen.acceptBefore(), now);
            task.agentId = seen.agentId();
            task.offers = seen.offer();
        } else if (event instanceof RoutingEvent.TaskWrappingUp seen) {
            notWaiting(seen.taskId(), TaskPicture.State.WRAPPING_UP, seen.until(), now);
        } else if (event instanceof RoutingEvent.TaskWorked seen) {
            notWaiting(seen.taskId(), TaskPicture.State.WORKED, Timed.NEVER, now);
        } else if (event instanceof RoutingEvent.TaskEnded seen) {
            ended(seen, now);
        } else if (event instanceof RoutingEvent.HandlingSeen seen) {
            handled(seen.queue(), seen.agentId(), seen.tasks(), seen.millis(), true);
        } else if (event instanceof RoutingEvent.LastOffered seen) {
            QueueBoard queue = floor.queues.get(seen.queue());
            if (queue != null) {
                queue.lastOffered = seen.agentId();
            }
        } else if (event instanceof RoutingEvent.Configured configured) {
            arrangement.apply(configured.configuration());
        } else if (event instanceof RoutingEvent.Batch batch) {
            batch.events().forEach(one -> apply(one, now));
        }
    }

    private TaskPicture notWaiting(String taskId, TaskPicture.State state, long due, long now) {
        TaskPicture task = floor.task(taskId);
        line.leave(task);
        QueueWaits.gone(task, now, false);
        task.state = state;
        floor.deadlines.set(task, due);
        return task;
    }

    private void ended(RoutingEvent.TaskEnded seen, long now) {
        TaskPicture task = floor.tasks.remove(seen.taskId());
        if (task != null) {
            line.leave(task);
            QueueWaits.gone(task, now, true);
            task.state = TaskPicture.State.ASIDE;
            floor.deadlines.set(task, Timed.NEVER);
        }
        RoutingEvent.Handled handled = seen.handled();
        if (handled != null) {
            handled(handled.queue(), handled.agentId(), 1, handled.millis(), false);
        }
    }

    private void handled(String queueId, String agentId, long tasks, long millis, boolean replace) {
        QueueBoard queue = floor.queues.get(queueId);
        if (queue != null) {
            roster.handled(queue, agentId, tasks, millis, replace);
        }
    }
}
