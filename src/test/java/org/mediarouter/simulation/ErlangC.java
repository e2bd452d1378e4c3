package org.mediarouter.simulation;

/**
 * M/M/n: Poisson arrivals, exponential handling, n agents, nobody leaves (A. K. Erlang, 1917; for example L. Kleinrock,
 * Queueing Systems I, 1975, section 3.5).
 *
 * @param arrivals per second
 * @param handling mean, in seconds
 */
record ErlangC(int agents, double arrivals, double handling) {
    double occupancy() {
        return arrivals * handling / agents;
    }

    double waits() {
        double load = arrivals * handling;
        double blocked = 1;
        for (int k = 1; k <= agents; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked / (1 - occupancy() * (1 - blocked));
    }

    /** Of all, in seconds. */
    double meanWait() {
        return waits() * handling / (agents * (1 - occupancy()));
    }

    double queue() {
        return arrivals * meanWait();
    }

    double within(double seconds) {
        return 1 - waits() * Math.exp(-agents * (1 - occupancy()) * seconds / handling);
    }
}
