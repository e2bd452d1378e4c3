package org.mediarouter.simulation;

/**
 * M/M/n+M: as {@link ErlangC}, with exponential patience (C. Palm, 1957; A. Mandelbaum, S. Zeltyn, Service Engineering in
 * Action: The Palm/Erlang-A Queue, 2007). Solved as the birth-and-death process it is.
 */
final class ErlangA {
    private final double arrivals;
    private final double handling;
    private final double patience;
    private final int agents;
    private final double waits;
    private final double queue;

    ErlangA(int agents, double arrivals, double handling, double patience) {
        this.agents = agents;
        this.arrivals = arrivals;
        this.handling = handling;
        this.patience = patience;
        double all = 0;
        double waiting = 0;
        double inQueue = 0;
        double weight = 1;
        for (int k = 0; weight > 1e-18 * all || k <= agents; k++) {
            all += weight;
            if (k >= agents) {
                waiting += weight;
                inQueue += (k - agents) * weight;
            }
            weight *= arrivals / (Math.min(k + 1, agents) / handling + Math.max(0, k + 1 - agents) / patience);
        }
        waits = waiting / all;
        queue = inQueue / all;
    }

    double waits() {
        return waits;
    }

    double meanWait() {
        return queue / arrivals;
    }

    double abandoned() {
        return queue / patience / arrivals;
    }

    double occupancy() {
        return arrivals * (1 - abandoned()) * handling / agents;
    }
}
