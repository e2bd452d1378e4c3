package org.mediarouter.routing.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.statistics.StatisticsEvent.Abandoned;
import org.mediarouter.routing.statistics.StatisticsEvent.Answered;
import org.mediarouter.routing.statistics.StatisticsEvent.Ended;
import org.mediarouter.routing.statistics.StatisticsEvent.Entered;
import org.mediarouter.routing.statistics.StatisticsEvent.Joined;
import org.mediarouter.routing.statistics.StatisticsEvent.Left;
import org.mediarouter.routing.statistics.StatisticsEvent.OfTask;
import org.mediarouter.routing.statistics.StatisticsEvent.OfferEnded;
import org.mediarouter.routing.statistics.StatisticsEvent.Offered;
import org.mediarouter.routing.statistics.StatisticsEvent.Reopened;
import org.mediarouter.routing.statistics.StatisticsEvent.Transferred;
import org.mediarouter.routing.statistics.StatisticsEvent.WrapUpBegun;

/** Counts what happens to tasks. */
final class TaskCounts {
    private final Ledger ledger;
    private final Presences presences;
    private final Map<String, OpenTask> open;
    private final Function<String, @Nullable Duration> threshold;

    TaskCounts(
            Ledger ledger,
            Presences presences,
            Map<String, OpenTask> open,
            Function<String, @Nullable Duration> threshold) {
        this.ledger = ledger;
        this.presences = presences;
        this.open = open;
        this.threshold = threshold;
    }

    void on(OfTask event) {
        OpenTask task = open.get(event.taskId());
        if (event instanceof Entered entered) {
            enter(entered, task);
        } else if (task != null) {
            on(event, task);
        }
    }

    private void enter(Entered entered, @Nullable OpenTask before) {
        long time = entered.time();
        String by = entered.transferredBy();
        if (before != null && before.waiting) {
            passThreshold(before, time);
            count(before, time, tally -> tally.overflowed++);
        } else if (before != null) {
            if (by != null) {
                count(before, time, tally -> tally.transferredOut++);
                ledger.at(Subject.agent(by), time).transferredOut++;
            }
            List.copyOf(before.since.keySet()).forEach(agent -> leave(before, agent, time));
        }
        OpenTask task = new OpenTask(entered.mrd(), entered.queue(), time);
        open.put(entered.taskId(), task);
        count(task, time, tally -> {
            tally.offered++;
            tally.transferredIn += by == null ? 0 : 1;
        });
    }

    private void on(OfTask event, OpenTask task) {
        long time = event.time();
        if (event instanceof Offered offered) {
            ledger.at(Subject.agent(offered.agentId()), time).offered++;
        } else if (event instanceof OfferEnded ended) {
            offerEnded(ended, task);
        } else if (event instanceof Answered answered) {
            answer(task, answered.agentId(), time);
        } else if (event instanceof Abandoned) {
            abandon(task, time);
            open.remove(event.taskId());
        } else if (event instanceof Transferred transferred) {
            transfer(task, transferred);
        } else if (event instanceof Joined joined) {
            join(task, joined.agentId(), time);
        } else if (event instanceof Left left) {
            leave(task, left.agentId(), time);
            task.owner = left.successor() == null ? task.owner : left.successor();
        } else if (event instanceof WrapUpBegun) {
            task.wrapUpSince = time;
        } else if (event instanceof Reopened) {
            endWrapUp(task, time);
        } else if (event instanceof Ended) {
            passThreshold(task, time);
            List.copyOf(task.since.keySet()).forEach(agent -> leave(task, agent, time));
            open.remove(event.taskId());
        }
    }

    private void offerEnded(OfferEnded ended, OpenTask task) {
        Consumer<Tally> one = switch (ended.why()) {
            case RONA -> tally -> tally.rona++;
            case REJECTED -> tally -> tally.rejected++;
            case WITHDRAWN -> tally -> tally.withdrawn++;
        };
        count(task, ended.time(), one);
        one.accept(ledger.at(Subject.agent(ended.agentId()), ended.time()));
    }

    private void answer(OpenTask task, String agent, long time) {
        if (task.waiting) {
            measure(task, time, true, false);
            task.waiting = false;
            count(task, time, tally -> {
                tally.answered++;
                tally.waits.add(time - task.enteredAt);
                tally.answerWaits.add(time - task.enteredAt);
            });
            ledger.at(Subject.agent(agent), time).answered++;
        }
        join(task, agent, time);
        task.owner = agent;
    }

    private void abandon(OpenTask task, long time) {
        measure(task, time, false, true);
        count(task, time, tally -> {
            tally.abandoned++;
            tally.waits.add(time - task.enteredAt);
        });
    }

    private void transfer(OpenTask task, Transferred transferred) {
        long time = transferred.time();
        ledger.at(Subject.agent(transferred.owner()), time).transferredOut++;
        ledger.at(Subject.agent(transferred.recipient()), time).transferredIn++;
        Tally mrd = ledger.at(Subject.mrd(task.mrd), time);
        mrd.transferredOut++;
        mrd.transferredIn++;
        leave(task, transferred.owner(), time);
        join(task, transferred.recipient(), time);
        task.owner = transferred.recipient();
    }

    private void join(OpenTask task, String agent, long time) {
        if (task.since.putIfAbsent(agent, time) == null) {
            presences.works(agent, task.mrd, time, 1);
        }
    }

    /** His part is over; an owner's is a handling of the queue and of the MRD, too. */
    private void leave(OpenTask task, String agent, long time) {
        @Nullable Long since = task.since.remove(agent);
        if (since == null) {
            return;
        }
        presences.works(agent, task.mrd, time, -1);
        boolean owner = agent.equals(task.owner);
        long handling = time - since;
        ledger.at(Subject.agent(agent), time).handling.add(handling);
        if (owner) {
            endWrapUp(task, time);
            long wrapUp = task.wrapUp;
            task.wrapUp = 0;
            count(task, time, tally -> {
                tally.handling.add(handling);
                addPositive(tally.wrapUp, wrapUp);
            });
            addPositive(ledger.at(Subject.agent(agent), time).wrapUp, wrapUp);
        }
    }

    private static void endWrapUp(OpenTask task, long time) {
        if (task.wrapUpSince >= 0) {
            task.wrapUp += time - task.wrapUpSince;
            task.wrapUpSince = -1;
        }
    }

    private static void addPositive(Times times, long millis) {
        if (millis > 0) {
            times.add(millis);
        }
    }

    /** Counts a task that still waits when its threshold has passed. */
    void passThreshold(OpenTask task, long time) {
        @Nullable Duration within = threshold.apply(task.queue);
        if (task.waiting && within != null && time > task.enteredAt + within.toMillis()) {
            measure(task, time, false, false);
        }
    }

    /** Counts a task for the service level, once for each time it enters a queue, where the first of the three was. */
    private void measure(OpenTask task, long time, boolean answered, boolean abandoned) {
        @Nullable Duration within = threshold.apply(task.queue);
        if (task.measured || within == null) {
            return;
        }
        task.measured = true;
        long passes = task.enteredAt + within.toMillis();
        boolean inTime = time <= passes;
        count(task, Math.min(time, passes), tally -> {
            tally.measured++;
            tally.answeredWithin += answered && inTime ? 1 : 0;
            tally.abandonedWithin += abandoned && inTime ? 1 : 0;
        });
    }

    private void count(OpenTask task, long time, Consumer<Tally> what) {
        what.accept(ledger.at(Subject.queue(task.queue), time));
        what.accept(ledger.at(Subject.mrd(task.mrd), time));
    }
}
