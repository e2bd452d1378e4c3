package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.List;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;

/** An MRD: its router, and what that has yet to be shown. */
final class Domain {
    final Mrd mrd;
    final MrdRouter router;
    private final List<RoutingEvent> pictures = new ArrayList<>();

    Domain(Mrd mrd, Configuration configuration) {
        this.mrd = mrd;
        this.router = new MrdRouter(mrd.id(), configuration);
    }

    void show(RoutingEvent picture) {
        pictures.add(picture);
    }

    boolean settled() {
        return pictures.isEmpty();
    }

    /** Shows the router all at once. */
    List<Decision> settle(long now) {
        RoutingEvent event = pictures.size() == 1 ? pictures.get(0) : new RoutingEvent.Batch(pictures);
        pictures.clear();
        return router.on(event, now);
    }
}
