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

    synchronized void publish(String mrd, MrdRouter router, Configuration configuration, Instant now) {
        if (!changed.remove(mrd)) {
            return;
        }
        for (PrecisionQueue queue : configuration.queuesOf(mrd)) {
            @Nullable QueueView view = router.queue(queue.id(), now.toEpochMilli());
            if (view != null && !view.equals(published.put(queue.id(), view))) {
                store.publish(figures(mrd, view, now));
            }
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
