package org.mediarouter.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskQueued;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.QueueView;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/**
 * Tells the creators of waiting tasks their places when these change, at most every 10 seconds a task (extension {@code
 * TaskQueued}). Off unless the setting {@code mediarouter.task-queued} says so: it looks at every waiting task, twice a second at
 * most.
 */
final class Places {
    private static final long PAUSE = 10_000;
    private static final long LOOKS_EVERY = 500;
    private static final long NEVER = Long.MAX_VALUE;

    private record Told(int place, long at) {}

    private final TaskStore tasks;
    private Map<String, Told> told = new HashMap<>();
    private long nextLook = Long.MIN_VALUE;

    Places(TaskStore tasks) {
        this.tasks = tasks;
    }

    /**
     * Tells what may be told now.
     *
     * @return when there will be something more to tell, in milliseconds since the epoch; {@code Long.MAX_VALUE}: not by
     *     itself
     */
    long tell(String mrd, MrdRouter router, Configuration configuration, long now, Announcements announcements) {
        if (now < nextLook) {
            return nextLook;
        }
        nextLook = now + LOOKS_EVERY;
        Map<String, Told> next = new HashMap<>();
        long again = NEVER;
        for (PrecisionQueue queue : configuration.queuesOf(mrd)) {
            @Nullable QueueView view = router.queue(queue.id(), now);
            List<String> line = view == null ? List.of() : view.line();
            for (int i = 0; i < line.size(); i++) {
                String taskId = line.get(i);
                @Nullable Told before = told.get(taskId);
                int place = i + 1;
                boolean changed = before == null || before.place() != place;
                boolean may = before == null || now - before.at() >= PAUSE;
                if (changed && may) {
                    announce(taskId, place, view, announcements);
                    next.put(taskId, new Told(place, now));
                } else if (before != null) {
                    next.put(taskId, before);
                    again = changed ? Math.min(again, before.at() + PAUSE) : again;
                }
            }
        }
        told = next;
        return again;
    }

    private void announce(String taskId, int place, @Nullable QueueView view, Announcements announcements) {
        @Nullable TaskRecord task = tasks.get(taskId);
        if (task == null) {
            return;
        }
        @Nullable
        Double wait = view == null || view.waits() == null ? null : view.waits().seconds(place);
        announcements.event(new TaskQueued(taskId, place, wait), task.request().correlation(), null, List.of());
    }
}
