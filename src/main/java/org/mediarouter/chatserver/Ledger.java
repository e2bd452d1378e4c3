package org.mediarouter.chatserver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Error;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;

/**
 * The account of every task: what was told of it, how it ended, and whether it ended exactly once. Knows only what came
 * over the protocol. Not thread-safe.
 */
final class Ledger {
    private static final int ENDED_REMEMBERED = 200_000;
    private static final int FAULTS_KEPT = 20;

    private final Map<String, Trace> byRequest = new LinkedHashMap<>();
    private final Map<String, Trace> byTask = new HashMap<>();
    /** Tasks that ended and were verified: what comes late is checked against the version of their end. */
    private final Map<String, Long> settled = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > ENDED_REMEMBERED;
        }
    };

    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, HourFigures> hours = new TreeMap<>();
    final Counts counts = new Counts();
    final Waits untilSelected = new Waits();
    final Waits untilAccepted = new Waits();

    void asked(String requestId, int hour, Instant now) {
        counts.asked++;
        byRequest.put(requestId, new Trace(requestId, hour, now));
        hour(hour).arrived++;
    }

    /** What came to the creator's queue. Returns the task's id when it has just ended. */
    @Nullable
    String told(TaskState told, Instant now) {
        Long end = settled.get(told.taskId());
        if (end != null) {
            checkSettled(told, end);
            return null;
        }
        Trace trace = told.requestId() == null ? byTask.get(told.taskId()) : byRequest.get(told.requestId());
        if (trace == null) {
            return null;
        }
        trace.taskId = told.taskId();
        byTask.put(told.taskId(), trace);
        boolean closed = told.state() == TaskStateName.CLOSED;
        if (!trace.open() && !closed && told.version() > trace.version) {
            fault(told.taskId() + " was told " + told.state() + " after CLOSED");
        }
        boolean asked = told.offers() != null;
        if (told.version() > trace.version) {
            count(trace, told, now);
            trace.version = told.version();
            trace.state = told.state();
        }
        boolean ends = closed && trace.open();
        if (closed && trace.finals.add(told.version()) && trace.finals.size() > 1) {
            fault(told.taskId() + " ended " + trace.finals.size() + " times");
        }
        if (ends) {
            end(trace, told, now);
        }
        if (asked && closed) {
            settle(trace);
        }
        return ends ? told.taskId() : null;
    }

    /** An offer came to an agent's destination. */
    void selected(TaskAgentSelected offered, Instant received) {
        counts.offers++;
        Trace trace = offered.requestId() == null ? byTask.get(offered.taskId()) : byRequest.get(offered.requestId());
        if (trace != null && trace.selected == null) {
            trace.selected = received;
            untilSelected.add(Duration.between(trace.asked, received));
        }
    }

    void transferred(TaskAgentTransferred told) {
        Trace trace = byTask.get(told.taskId());
        if (trace != null && trace.told.add("to " + told.recipientAgentId() + told.time())) {
            counts.transfers++;
        }
    }

    void conferenced(TaskConferenced told) {
        Trace trace = byTask.get(told.taskId());
        if (trace != null && trace.told.add("with " + told.participantAgentId() + told.time())) {
            counts.conferences++;
        }
    }

    void error(Error error) {
        counts.errors.merge(error.code().name(), 1L, Long::sum);
    }

    /** The request for a task was refused: it has ended before it began. */
    void refusedTask(String requestId) {
        if (byRequest.remove(requestId) != null) {
            counts.refusedTasks++;
        }
    }

    /** Asked for and without an end, or ended and not yet verified. */
    List<String> unsettled() {
        return byRequest.values().stream()
                .map(trace -> trace.taskId == null ? trace.requestId : trace.taskId)
                .toList();
    }

    /** The ids of tasks without a verified end. */
    List<String> tasksToVerify() {
        return byRequest.values().stream()
                .map(trace -> trace.taskId)
                .filter(id -> id != null)
                .map(String::valueOf)
                .toList();
    }

    int waiting() {
        return (int) byRequest.values().stream()
                .filter(trace -> trace.open() && trace.waiting())
                .count();
    }

    int assigned() {
        return (int) byRequest.values().stream()
                .filter(trace -> trace.open() && !trace.waiting())
                .count();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Map<Integer, HourFigures> hours() {
        return hours;
    }

    private void count(Trace trace, TaskState told, Instant now) {
        switch (told.state()) {
            case QUEUED -> countQueued(told.reasonCode());
            case RESERVED, CLOSED -> {}
            case ACTIVE -> accepted(trace, now);
            case PAUSED -> counts.pauses += trace.state == TaskStateName.PAUSED ? 0 : 1;
            case WRAP_UP -> counts.wrapUps += trace.state == TaskStateName.WRAP_UP ? 0 : 1;
        }
    }

    private void countQueued(@Nullable String reason) {
        if (Reason.RONA.equals(reason)) {
            counts.rona++;
        } else if (Reason.REJECTED.equals(reason)) {
            counts.rejections++;
        } else if (Reason.TRANSFERRED.equals(reason)) {
            counts.requeues++;
        }
    }

    private void accepted(Trace trace, Instant now) {
        if (trace.accepted == null) {
            trace.accepted = now;
            counts.accepted++;
            Duration wait = Duration.between(trace.asked, now);
            untilAccepted.add(wait);
            hour(trace.hour).waits.add(wait);
        }
    }

    private void end(Trace trace, TaskState told, Instant now) {
        trace.reason = told.reasonCode();
        counts.closed.merge(String.valueOf(told.reasonCode()), 1L, Long::sum);
        if (trace.accepted == null) {
            counts.abandoned++;
            hour(trace.hour).abandoned++;
        }
    }

    private void settle(Trace trace) {
        if (!trace.verified) {
            trace.verified = true;
            counts.verified++;
            byRequest.remove(trace.requestId);
            String taskId = trace.taskId;
            if (taskId != null) {
                byTask.remove(taskId);
                settled.put(taskId, trace.version);
            }
        }
    }

    private void checkSettled(TaskState told, long end) {
        if (told.version() > end) {
            fault(told.taskId() + " was told " + told.state() + " after its end");
        }
    }

    private void fault(String fault) {
        if (faults.size() < FAULTS_KEPT) {
            faults.add(fault);
        }
    }

    private HourFigures hour(int hour) {
        return hours.computeIfAbsent(hour, h -> new HourFigures());
    }
}
