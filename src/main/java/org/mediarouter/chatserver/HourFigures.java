package org.mediarouter.chatserver;

/** One hour of a day: who came, who was served after which wait, who gave up. Waits in the seconds of that day or of the clock. */
public final class HourFigures {
    int arrived;
    int abandoned;
    final Waits waits = new Waits();

    public int arrived() {
        return arrived;
    }

    /** Those who left before an agent answered. */
    public int abandoned() {
        return abandoned;
    }

    /** Of those who were served, from arrival to acceptance. */
    public Waits waits() {
        return waits;
    }

    public double abandonedShare() {
        return arrived == 0 ? 0 : (double) abandoned / arrived;
    }
}
