package org.mediarouter;

import java.util.Random;
import java.util.SplittableRandom;

/** Random numbers for many histories, each of the seed after the last one's. */
public final class Seeded {

    private Seeded() {}

    /** With {@code new Random(seed)}, seeds that lie beside each other begin alike: the same first boolean for some thousands of them. */
    public static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }
}
