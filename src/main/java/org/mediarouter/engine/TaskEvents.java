package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.statistics.StatisticsEvent;
import org.mediarouter.routing.statistics.StatisticsEvent.Why;
import org.mediarouter.task.HistoryEntry;
import org.mediarouter.task.TaskRecord;

/**
 * What counts in the history of a task's record. As the record has each change once, whatever was delivered twice or lost
 * meanwhile, so have the figures. One thing isn't in it: that participants leave when the owner's required wrap-up begins;
 * they count as at work until the task is closed.
 */
public final class TaskEvents {
    private final TaskRecord task;
    private final List<StatisticsEvent> events = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private @Nullable String offered;

    private TaskEvents(TaskRecord task) {
        this.task = task;
    }

    /** In the order in which they happened. */
    public static List<StatisticsEvent> of(TaskRecord task) {
        TaskEvents of = new TaskEvents(task);
        task.history().forEach(of::add);
        return of.events;
    }

    private void add(HistoryEntry entry) {
        long at = entry.time().toEpochMilli();
        @Nullable String agent = entry.agentId();
        @Nullable TaskStateName from = entry.from();
        if (from == null) {
            events.add(new StatisticsEvent.Entered(at, task.id(), task.mrd(), entry.queue(), null));
        } else if (entry.to() == TaskStateName.QUEUED) {
            queued(entry, from, agent, at);
        } else if (entry.to() == TaskStateName.CLOSED) {
            closed(from, at);
        } else if (entry.to() == TaskStateName.RESERVED && agent != null) {
            offer(agent, at);
        } else if (from == TaskStateName.RESERVED && agent != null) {
            offered = null;
            agents.add(agent);
            events.add(new StatisticsEvent.Answered(at, task.id(), agent));
        } else if (Reason.TRANSFERRED.equals(entry.reason()) && entry.to() == TaskStateName.ACTIVE && agent != null) {
            transferred(agent, at);
        } else if (entry.offer() > 0 && agent != null) {
            aboutTransfer(agent, entry.reason(), at);
        } else if (from == entry.to() && agent != null) {
            company(agent, at);
        } else if (entry.to() == TaskStateName.WRAP_UP) {
            events.add(new StatisticsEvent.WrapUpBegun(at, task.id()));
        } else if (from == TaskStateName.WRAP_UP) {
            events.add(new StatisticsEvent.Reopened(at, task.id()));
        }
    }

    private void queued(HistoryEntry entry, TaskStateName from, @Nullable String agent, long at) {
        if (from == TaskStateName.RESERVED) {
            offerEnded(entry.reason(), at);
            return;
        }
        endOffer(at);
        boolean transferred = Reason.TRANSFERRED.equals(entry.reason());
        if (!transferred && from != TaskStateName.QUEUED && agent != null) {
            events.add(new StatisticsEvent.Left(at, task.id(), agent, null));
        }
        agents.clear();
        events.add(new StatisticsEvent.Entered(at, task.id(), task.mrd(), entry.queue(), transferred ? agent : null));
    }

    private void closed(TaskStateName from, long at) {
        endOffer(at);
        boolean waiting = from == TaskStateName.QUEUED || from == TaskStateName.RESERVED;
        events.add(waiting ? new StatisticsEvent.Abandoned(at, task.id()) : new StatisticsEvent.Ended(at, task.id()));
    }

    private void transferred(String recipient, long at) {
        offered = null;
        if (!agents.isEmpty()) {
            events.add(new StatisticsEvent.Transferred(at, task.id(), agents.remove(0), recipient));
        }
        agents.remove(recipient);
        agents.add(0, recipient);
    }

    private void aboutTransfer(String agent, @Nullable String reason, long at) {
        if (offered == null) {
            offer(agent, at);
        } else {
            offerEnded(reason, at);
        }
    }

    private void company(String agent, long at) {
        if (agents.contains(agent)) {
            boolean owner = agents.indexOf(agent) == 0;
            agents.remove(agent);
            if (owner) {
                endOffer(at);
            }
            events.add(
                    new StatisticsEvent.Left(at, task.id(), agent, owner && !agents.isEmpty() ? agents.get(0) : null));
        } else {
            agents.add(agent);
            events.add(new StatisticsEvent.Joined(at, task.id(), agent));
        }
    }

    private void offer(String agent, long at) {
        offered = agent;
        events.add(new StatisticsEvent.Offered(at, task.id(), agent));
    }

    private void endOffer(long at) {
        offerEnded(null, at);
    }

    private void offerEnded(@Nullable String reason, long at) {
        if (offered != null) {
            Why why = Reason.RONA.equals(reason)
                    ? Why.RONA
                    : Reason.REJECTED.equals(reason) ? Why.REJECTED : Why.WITHDRAWN;
            events.add(new StatisticsEvent.OfferEnded(at, task.id(), offered, why));
            offered = null;
        }
    }
}
