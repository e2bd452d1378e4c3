package org.mediarouter.chatserver;

import java.util.random.RandomGenerator;

/**
 * Decides when the {@link Odds} come true, for all agents together: exactly once in each run of N, at a random place in
 * it. So a short demonstration shows everything and a long one has the right shares.
 */
final class Dice {
    /** Once in n. */
    static final class OneIn {
        private final int n;
        private final RandomGenerator random;
        private int place;
        private int chosen;
        private int owed;

        OneIn(int n, RandomGenerator random) {
            this.n = n;
            this.random = random;
        }

        boolean comesUp() {
            if (n <= 0) {
                return false;
            }
            if (owed > 0) {
                owed--;
                return true;
            }
            if (place == 0) {
                chosen = random.nextInt(n);
            }
            boolean hit = place == chosen;
            place = (place + 1) % n;
            return hit;
        }

        /** It came up and couldn't be done: it comes up again soon. */
        void owe() {
            owed++;
        }
    }

    final OneIn reject;
    final OneIn letRing;
    final OneIn pause;
    final OneIn transfer;
    final OneIn requeue;
    final OneIn confer;
    final OneIn wrapUp;
    final OneIn takeBreak;

    Dice(Odds odds, RandomGenerator random) {
        reject = new OneIn(odds.reject(), random);
        letRing = new OneIn(odds.letRing(), random);
        pause = new OneIn(odds.pause(), random);
        transfer = new OneIn(odds.transfer(), random);
        requeue = new OneIn(odds.requeue(), random);
        confer = new OneIn(odds.confer(), random);
        wrapUp = new OneIn(odds.wrapUp(), random);
        takeBreak = new OneIn(odds.takeBreak(), random);
    }
}
