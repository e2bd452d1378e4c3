package org.mediarouter.routing;

/** The selection {@code random}: a hash in place of a random source, so that a rebuilt router draws the same. */
final class Draw {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Draw() {}

    /** One of 0 to {@code among - 1}. */
    static int of(long seed, String taskId, int offerNumber, int among) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < taskId.length(); i++) {
            hash = (hash ^ taskId.charAt(i)) * FNV_PRIME;
        }
        long mixed = mix(mix(hash ^ seed) + GOLDEN * offerNumber);
        return (int) Long.remainderUnsigned(mixed, among);
    }

    /** SplitMix64's finalizer. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
