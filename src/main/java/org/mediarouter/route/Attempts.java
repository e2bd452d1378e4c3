package org.mediarouter.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a message has been tried. The broker counts deliveries that were rolled back; added are those that ended the
 * program; taken off are those that ended because something of ours was away (protocol, section 5).
 */
final class Attempts {
    /** A message is given up on the delivery after this many. */
    static final int MOST = 10;

    private static final int REMEMBERED = 10_000;

    private final InHand inHand;
    private final Map<String, Integer> excused = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    Attempts(InHand inHand) {
        this.inHand = inHand;
    }

    /**
     * With the present one.
     *
     * @param deliveries as the broker counts: 1 at the first
     */
    int of(String operation, int deliveries) {
        return deliveries + inHand.crashes(operation) - excused.getOrDefault(operation, 0);
    }

    /** The present attempt fails through no fault of the message or the code. */
    void excuse(String operation) {
        excused.merge(operation, 1, Integer::sum);
    }
}
