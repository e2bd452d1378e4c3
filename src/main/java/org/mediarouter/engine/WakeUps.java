package org.mediarouter.engine;

import java.time.Instant;
import java.util.List;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.WakeUp;

/**
 * The one scheduled message of an MRD, for the earliest of its deadlines. Where an earlier deadline comes up, another is
 * sent; the later one then wakes nobody who would order a third.
 */
final class WakeUps {
    private static final long NONE = Long.MAX_VALUE;

    private final String mrd;
    private long scheduled = NONE;

    WakeUps(String mrd) {
        this.mrd = mrd;
    }

    void forget() {
        scheduled = NONE;
    }

    /**
     * The message has come.
     *
     * @return whether it is the one that was ordered last
     */
    boolean arrived(WakeUp wakeUp) {
        if (wakeUp.due().toEpochMilli() != scheduled) {
            return false;
        }
        scheduled = NONE;
        return true;
    }

    /**
     * Orders one for the next deadline unless there is one on its way that comes as early.
     *
     * @param deadline milliseconds since the epoch; {@code Long.MAX_VALUE}: none
     */
    void next(long deadline, Announcements announcements) {
        if (deadline >= scheduled) {
            return;
        }
        scheduled = deadline;
        Instant due = Instant.ofEpochMilli(deadline);
        announcements.add(new Outgoing(
                Destination.ROUTING_ENGINE,
                new WakeUp(mrd, due),
                "wake-up-" + mrd + "-" + deadline,
                mrd,
                null,
                List.of(),
                due));
    }
}
