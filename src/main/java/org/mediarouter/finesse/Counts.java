package org.mediarouter.finesse;

import java.util.concurrent.atomic.LongAdder;

/** What has happened, for the metrics. */
public final class Counts {
    final LongAdder notifications = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder opened = new LongAdder();
    final LongAdder repaired = new LongAdder();
    final LongAdder taken = new LongAdder();

    /** Notifications about agents that were heard. */
    public long notifications() {
        return notifications.sum();
    }

    /** Notifications that could not be read, or with a state that doesn't exist: the agent's state was read instead. */
    public long unreadable() {
        return unreadable.sum();
    }

    /** XMPP sessions that ended, and not by us. */
    public long lost() {
        return lost.sum();
    }

    /** XMPP sessions that were opened. */
    public long opened() {
        return opened.sum();
    }

    /** States that were found different when they were read: a notification had been lost. */
    public long repaired() {
        return repaired.sum();
    }

    /** Agents taken over from another node. */
    public long taken() {
        return taken.sum();
    }
}
