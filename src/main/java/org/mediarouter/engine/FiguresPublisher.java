package org.mediarouter.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.QueueView;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.task.QueueFigures;

/** Tells all nodes how the queues of an MRD stand, as far as that has changed. */
final class FiguresPublisher {
    private final QueueFigures.Store store;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, QueueView> published = new HashMap<>();

    FiguresPublisher(QueueFigures.Store store) {
        this.store = store;
    }

    void changed(String mrd) {
        changed.add(mrd);
    }

    /**
     * Tasks need not wait until all queues have been looked at: between two of them the line is free. What could not be told is told the
     * next time.
     */
    synchronized void publish(MrdLine line, Configuration configuration, Instant now) {
        if (!changed.remove(line.mrd())) {
            return;
        }
        try {
            configuration.queuesOf(line.mrd()).forEach(queue -> publish(line, queue, now));
        } catch (RuntimeException e) {
            changed.add(line.mrd());
            throw e;
        }
    }

    private void publish(MrdLine line, PrecisionQueue queue, Instant now) {
        @Nullable QueueView view = view(line, queue.id(), now);
        if (view != null && !view.equals(published.get(queue.id()))) {
            store.publish(figures(line.mrd(), view, now));
            published.put(queue.id(), view);
        }
    }

    private static @Nullable QueueView view(MrdLine line, String queue, Instant now) {
        synchronized (line) {
            @Nullable MrdRouter router = line.router();
            return router == null ? null : router.queue(queue, now.toEpochMilli());
        }
    }

    private static QueueFigures figures(String mrd, QueueView view, Instant now) {
        return new QueueFigures(
                view.queue(),
                mrd,
                view.line(),
                view.oldest() == null ? null : Instant.ofEpochMilli(view.oldest()),
                view.agentsLoggedIn(),
                view.agentsReady(),
                view.agentsBusy(),
                view.waits(),
                now);
    }
}
