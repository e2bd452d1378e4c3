package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;

/** An MRD: its router, and what that has yet to be shown. It has one from the first customer on. */
final class Domain {
    final Mrd mrd;
    /** Of the agents who belong to it. */
    final List<Post> posts = new ArrayList<>();

    private final Configuration configuration;
    private final List<RoutingEvent> pictures = new ArrayList<>();
    private @Nullable MrdRouter router;

    Domain(Mrd mrd, Configuration configuration) {
        this.mrd = mrd;
        this.configuration = configuration;
    }

    /** There is something to decide. */
    void open(long now) {
        if (router == null) {
            router = new MrdRouter(mrd.id(), configuration);
            posts.forEach(post -> show(post.seen(now)));
        }
    }

    void show(RoutingEvent picture) {
        if (router != null) {
            pictures.add(picture);
        }
    }

    boolean settled() {
        return pictures.isEmpty();
    }

    /** {@link Long#MAX_VALUE} where there is none. */
    long nextDeadline() {
        return router == null ? Long.MAX_VALUE : router.nextDeadline();
    }

    /** Shows the router all at once. */
    List<Decision> settle(long now) {
        if (router == null || pictures.isEmpty()) {
            return List.of();
        }
        RoutingEvent event = pictures.size() == 1 ? pictures.get(0) : new RoutingEvent.Batch(pictures);
        pictures.clear();
        return router.on(event, now);
    }
}
