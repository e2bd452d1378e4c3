package org.mediarouter.route;

import java.util.Locale;
import java.util.stream.Stream;
import org.mediarouter.message.Destination;

/** The queues that are consumed. */
enum Line {
    GENERAL(Destination.GENERAL),
    SIGN_IN(Destination.SIGN_IN),
    ROUTING_ENGINE(Destination.ROUTING_ENGINE),
    COMMUNICATION_SERVER(Destination.COMMUNICATION_SERVER);

    private final Destination queue;

    Line(Destination queue) {
        this.queue = queue;
    }

    Destination queue() {
        return queue;
    }

    /** As the names of steps have it. */
    String step() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that queue. */
    static Line of(String queue) {
        return Stream.of(values())
                .filter(line -> line.queue.name().equals(queue))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is consumed from " + queue));
    }

    /** Whether commands of clients come here, directly or over the sign-in's detour. */
    boolean commands() {
        return this == GENERAL || this == SIGN_IN;
    }

    /** As clients know it: they have never heard of the detour. */
    String source() {
        return commands() ? Destination.GENERAL.name() : queue.name();
    }
}
