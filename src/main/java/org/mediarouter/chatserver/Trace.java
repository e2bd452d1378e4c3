package org.mediarouter.chatserver;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskStateName;

/** What has been told of one task. */
final class Trace {
    final String requestId;
    final int hour;
    final Instant asked;

    @Nullable
    String taskId;

    @Nullable
    TaskStateName state;

    long version;

    @Nullable
    Instant selected;

    @Nullable
    Instant accepted;
    /** The versions at which it was told CLOSED: exactly one in the end. */
    final Set<Long> finals = new TreeSet<>();

    @Nullable
    String reason;

    boolean verified;
    /** Conferences and transfers told so far: copies of one event count once. */
    final Set<String> told = new HashSet<>();

    Trace(String requestId, int hour, Instant asked) {
        this.requestId = requestId;
        this.hour = hour;
        this.asked = asked;
    }

    boolean open() {
        return finals.isEmpty();
    }

    boolean waiting() {
        return state == null || state == TaskStateName.QUEUED || state == TaskStateName.RESERVED;
    }
}
