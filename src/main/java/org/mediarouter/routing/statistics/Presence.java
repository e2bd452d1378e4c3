package org.mediarouter.routing.statistics;

/** How long somebody is logged in, ready, at work: an agent in all MRDs, or in one. */
final class Presence {
    private final Ledger ledger;
    private final Subject subject;
    private int loggedIn;
    private int ready;
    private int tasks;
    private long since;

    /** @param subject whose figures it goes into */
    Presence(Ledger ledger, Subject subject, long since) {
        this.ledger = ledger;
        this.subject = subject;
        this.since = since;
    }

    void change(long time, int loggedInMore, int readyMore, int tasksMore) {
        settle(time);
        loggedIn += loggedInMore;
        ready += readyMore;
        tasks += tasksMore;
    }

    /** All up to that time is counted. */
    void settle(long time) {
        if (time > since) {
            boolean in = loggedIn > 0;
            boolean able = ready > 0;
            boolean working = tasks > 0;
            if (in || working) {
                ledger.split(subject, since, time, (tally, millis) -> {
                    tally.loggedIn += in ? millis : 0;
                    tally.ready += able ? millis : 0;
                    tally.working += working ? millis : 0;
                });
            }
            since = time;
        }
    }
}
