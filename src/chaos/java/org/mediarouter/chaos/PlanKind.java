package org.mediarouter.chaos;

import java.time.Duration;
import java.util.List;
import org.mediarouter.chaos.plan.Blackout;
import org.mediarouter.chaos.plan.Edits;
import org.mediarouter.chaos.plan.Plan;
import org.mediarouter.chaos.plan.RandomStrikes;
import org.mediarouter.chaos.plan.RollingRestart;
import org.mediarouter.chaos.plan.TakeOver;
import org.mediarouter.chaos.strike.Kind;

/** The plans by their names on the command line, each with the number of times that the guarantees are shown with. */
enum PlanKind {
    /** A strike of any kind every so often. */
    random,
    /** The node that has an MRD dies: time to the next assignment. */
    takeover,
    /** It hangs. */
    hang,
    /** Nodes are ended and started one after the other. */
    rolling,
    /** All processes die at once. */
    blackout,
    /** Routes are edited, well and badly by turns. */
    edits;

    Plan of(int times, Duration length, Duration every, List<Kind> kinds) {
        return switch (this) {
            case random -> new RandomStrikes(length, every, kinds);
            case takeover -> new TakeOver(times > 0 ? times : 20, false);
            case hang -> new TakeOver(times > 0 ? times : 5, true);
            case rolling -> new RollingRestart(times > 0 ? times : 1);
            case blackout -> new Blackout(times > 0 ? times : 20);
            case edits -> new Edits(times > 0 ? times : 20);
        };
    }
}
