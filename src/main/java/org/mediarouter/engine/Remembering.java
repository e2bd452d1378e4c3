package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.Explanation;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.task.Archive;

/**
 * Sees to it that a line's offers can be explained later. The reasons are kept before the plan is: a message that comes
 * again is decided anew, with reasons that take these ones' place, or carries out a plan whose reasons are kept.
 */
final class Remembering {
    private final Archive archive;
    private final List<@Nullable Explanation> seen = new ArrayList<>();

    Remembering(Archive archive) {
        this.archive = archive;
    }

    void watch(MrdRouter router) {
        seen.clear();
        router.observe((taskId, agentId, time) -> seen.add(router.explainOffer(taskId, agentId, time)));
    }

    /** Keeps the reasons for the offers among the decisions, which come in the order in which they were seen. */
    void decided(List<Decision> decisions) {
        List<Archive.Reasons> reasons = new ArrayList<>();
        int index = 0;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Offer offer && index < seen.size()) {
                @Nullable Explanation why = seen.get(index++);
                if (why != null) {
                    String text = new OfferReasons(offer.offerNumber(), offer.agentId(), why).toText();
                    reasons.add(new Archive.Reasons(offer.taskId(), offer.offerNumber(), text));
                }
            }
        }
        seen.clear();
        if (!reasons.isEmpty()) {
            archive.keep(reasons);
        }
    }
}
