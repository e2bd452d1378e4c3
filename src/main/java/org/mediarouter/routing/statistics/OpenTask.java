package org.mediarouter.routing.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has to be remembered of a task that isn't closed. */
final class OpenTask {
    final String mrd;
    String queue;
    long enteredAt;
    boolean waiting = true;
    /** Whether it has counted for the service level since it entered the queue. */
    boolean measured;

    @Nullable
    String owner;

    /** Since when each agent on it has been. */
    final Map<String, Long> since = new LinkedHashMap<>();

    /** When the owner's present wrap-up began; -1: he is in none. */
    long wrapUpSince = -1;
    /** His wrap-ups so far. */
    long wrapUp;

    OpenTask(String mrd, String queue, long enteredAt) {
        this.mrd = mrd;
        this.queue = queue;
        this.enteredAt = enteredAt;
    }
}
