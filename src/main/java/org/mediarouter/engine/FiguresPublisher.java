package org.mediarouter.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    /** Estimated waits change with every moment; what else changes is told at once. Figures may be a second old. */
    private static final Duration WAITS_EVERY = Duration.ofMillis(700);

    private record Told(QueueView view, Instant at) {
        /** Only estimates are others, and not yet old. */
        boolean isRecentEnough(QueueView now, Instant time) {
            return time.isBefore(at.plus(WAITS_EVERY)) && view.isButForWaits(now);
        }
    }

    private final QueueFigures.Store store;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Told>> toldOfMrds = new ConcurrentHashMap<>();

    FiguresPublisher(QueueFigures.Store store) {
        this.store = store;
    }

    void changed(String mrd) {
        changed.add(mrd);
    }

    /** Another node may have told of this MRD's queues meanwhile. Waits for nothing that is being told: a new owner calls it. */
    void forget(String mrd) {
        toldOfMrds.remove(mrd);
    }

    /**
     * Tasks need not wait until all queues have been looked at: between two of them the line is free. What could not be told is told the
     * next time.
     */
    synchronized void publish(MrdLine line, Configuration configuration, Instant now) {
        if (!changed.remove(line.mrd())) {
            return;
        }
        Map<String, Told> told = toldOfMrds.computeIfAbsent(line.mrd(), mrd -> new HashMap<>());
        try {
            List<QueueView> news = new ArrayList<>();
            for (PrecisionQueue queue : configuration.queuesOf(line.mrd())) {
                @Nullable QueueView view = view(line, queue.id(), now);
                @Nullable Told before = told.get(queue.id());
                if (view == null || (before != null && before.view().equals(view))) {
                    continue;
                }
                if (before != null && before.isRecentEnough(view, now)) {
                    // Though nothing else may happen until then.
                    changed.add(line.mrd());
                } else {
                    news.add(view);
                }
            }
            store.publish(
                    news.stream().map(view -> figures(line.mrd(), view, now)).toList());
            news.forEach(view -> told.put(view.queue(), new Told(view, now)));
        } catch (RuntimeException e) {
            changed.add(line.mrd());
            throw e;
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
