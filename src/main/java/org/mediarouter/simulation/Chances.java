package org.mediarouter.simulation;

import java.util.SplittableRandom;

/** A source of random numbers for each thing that is random, so that drawing one more of one leaves the others as they were. */
final class Chances {
    final SplittableRandom arrival;
    final SplittableRandom kind;
    final SplittableRandom patience;
    final SplittableRandom answer;
    final SplittableRandom handling;
    final SplittableRandom wrapUp;

    Chances(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        arrival = root.split();
        kind = root.split();
        patience = root.split();
        answer = root.split();
        handling = root.split();
        wrapUp = root.split();
    }
}
