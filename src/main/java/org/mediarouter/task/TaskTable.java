package org.mediarouter.task;

import static org.mediarouter.message.TaskStateName.ACTIVE;
import static org.mediarouter.message.TaskStateName.CLOSED;
import static org.mediarouter.message.TaskStateName.PAUSED;
import static org.mediarouter.message.TaskStateName.QUEUED;
import static org.mediarouter.message.TaskStateName.RESERVED;
import static org.mediarouter.message.TaskStateName.WRAP_UP;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Asked;

/** The two tables of a task's states (states, "Task"), as data; the documentation is printed from them. */
public final class TaskTable {
    private static final Map<TaskStateName, Set<TaskStateName>> MAY_BECOME = new EnumMap<>(Map.of(
            QUEUED, EnumSet.of(RESERVED, CLOSED),
            RESERVED, EnumSet.of(ACTIVE, QUEUED, CLOSED),
            ACTIVE, EnumSet.of(PAUSED, WRAP_UP, CLOSED, QUEUED),
            PAUSED, EnumSet.of(ACTIVE, WRAP_UP, CLOSED, QUEUED),
            WRAP_UP, EnumSet.of(ACTIVE, CLOSED),
            CLOSED, EnumSet.noneOf(TaskStateName.class)));

    private static final Map<Asked, Set<TaskStateName>> ALLOWED_FROM = new EnumMap<>(Map.of(
            Asked.ACTIVE, EnumSet.of(RESERVED, PAUSED, WRAP_UP),
            Asked.REJECTED, EnumSet.of(RESERVED),
            Asked.PAUSED, EnumSet.of(ACTIVE),
            Asked.WRAP_UP, EnumSet.of(ACTIVE, PAUSED),
            Asked.CLOSED, EnumSet.of(QUEUED, RESERVED, ACTIVE, PAUSED, WRAP_UP)));

    private TaskTable() {}

    /** The states that may follow a state, whatever the cause. */
    public static Set<TaskStateName> mayBecome(TaskStateName state) {
        return Set.copyOf(MAY_BECOME.getOrDefault(state, Set.of()));
    }

    /** From which states a client may ask for that. */
    public static Set<TaskStateName> allowedFrom(Asked asked) {
        return Set.copyOf(ALLOWED_FROM.getOrDefault(asked, Set.of()));
    }

    static boolean allows(Asked asked, TaskStateName from) {
        return ALLOWED_FROM.getOrDefault(asked, Set.of()).contains(from);
    }
}
