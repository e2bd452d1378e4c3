package org.mediarouter.blackbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Breaks off the handling of messages where a test asks for it. The fixture puts a call of this behind each handler and
 * behind each sending in its copy of the routes; what is thrown here rolls the message's transaction back, and the broker
 * delivers it again.
 */
public final class Faults {
    private static final Map<String, Armed> ARMED = new ConcurrentHashMap<>();

    /** Where the handling breaks off. */
    enum Point {
        /** The state has changed, nothing has been sent. */
        HANDLED,
        /** Everything has been sent, and is not committed. */
        SENT
    }

    /** How often a place was passed, and which of these times the handling breaks off, counted from 0. */
    private record Armed(IntPredicate breaks, AtomicInteger passed) {}

    /** Every message on that leg, for example {@code general.Task}, breaks off there, always. */
    static void always(String leg, Point point) {
        ARMED.put(leg + " " + point, new Armed(pass -> true, new AtomicInteger()));
    }

    /** Every message on that leg breaks off there at first, and passes when it comes again. */
    static void everyOther(String leg, Point point) {
        ARMED.put(leg + " " + point, new Armed(pass -> pass % 2 == 0, new AtomicInteger()));
    }

    /** Nothing breaks off there any more; how often the place was passed. */
    static int disarm(String leg, Point point) {
        Armed armed = ARMED.remove(leg + " " + point);
        return armed == null ? 0 : armed.passed().get();
    }

    /** Called by the routes. */
    public static void handled(String leg) {
        pass(leg + " " + Point.HANDLED);
    }

    /** Called by the routes. */
    public static void sent(String leg) {
        pass(leg + " " + Point.SENT);
    }

    private static void pass(String place) {
        Armed armed = ARMED.get(place);
        if (armed != null && armed.breaks().test(armed.passed().getAndIncrement())) {
            throw new IllegalStateException("broken off by the test: " + place);
        }
    }
}
