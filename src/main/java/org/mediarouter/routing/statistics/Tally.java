package org.mediarouter.routing.statistics;

/** What is counted of one subject in one interval. */
final class Tally {
    long offered;
    long answered;
    long abandoned;
    long rona;
    long rejected;
    long withdrawn;
    long overflowed;
    long transferredIn;
    long transferredOut;
    long answeredWithin;
    long abandonedWithin;
    long measured;
    /** Milliseconds, as the next two. */
    long loggedIn;

    long ready;
    long working;
    final Times waits = new Times();
    final Times answerWaits = new Times();
    final Times handling = new Times();
    final Times wrapUp = new Times();

    void add(Tally other) {
        offered += other.offered;
        answered += other.answered;
        abandoned += other.abandoned;
        rona += other.rona;
        rejected += other.rejected;
        withdrawn += other.withdrawn;
        overflowed += other.overflowed;
        transferredIn += other.transferredIn;
        transferredOut += other.transferredOut;
        answeredWithin += other.answeredWithin;
        abandonedWithin += other.abandonedWithin;
        measured += other.measured;
        loggedIn += other.loggedIn;
        ready += other.ready;
        working += other.working;
        waits.add(other.waits);
        answerWaits.add(other.answerWaits);
        handling.add(other.handling);
        wrapUp.add(other.wrapUp);
    }

    Figures figures(Subject subject, long from, long to) {
        return new Figures(
                subject,
                from,
                to,
                offered,
                answered,
                abandoned,
                rona,
                rejected,
                withdrawn,
                overflowed,
                transferredIn,
                transferredOut,
                waits.spread(),
                answerWaits.spread(),
                handling.spread(),
                wrapUp.spread(),
                new ServiceLevels(answeredWithin, abandonedWithin, measured),
                loggedIn / 1000.0,
                ready / 1000.0,
                working / 1000.0);
    }
}
