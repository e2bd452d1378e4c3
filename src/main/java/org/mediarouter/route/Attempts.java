package org.mediarouter.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a message has been tried. Failures are counted, not deliveries: something of ours that was away spends none
 * (protocol, section 5), here or on another node, nor does the failure of another message in the same transaction. What ended
 * the program counts. Each node counts for itself.
 */
final class Attempts {
    /** A message is given up after so many. */
    static final int MOST = 10;

    private static final int REMEMBERED = 10_000;

    private final InHand inHand;
    private final Map<String, Integer> failures = Collections.synchronizedMap(new LinkedHashMap<>() {
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
     * @param deliveries as the broker counts; at the first all is forgotten: an operator may have sent it again
     */
    int of(String operation, int deliveries) {
        if (deliveries == 1) {
            failures.remove(operation);
        }
        return 1 + failures.getOrDefault(operation, 0) + inHand.crashes(operation);
    }

    /** The present attempt fails through a fault of the message or the code. */
    void failed(String operation) {
        failures.merge(operation, 1, Integer::sum);
    }
}
