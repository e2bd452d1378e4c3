package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Several kinds of customers, agents with skills, longest-waiting customer and longest-idle agent first ("FCFS-ALIS"), nobody
 * leaves: the stationary distribution has product form (I. Adan, G. Weiss, A skill based parallel service system under
 * FCFS-ALIS, Stochastic Systems 4, 2014, theorem 2.1). A state is an order of the agents: the busy ones by the arrival of
 * whom they serve, with between them those who wait because these agents alone could serve them; then the idle ones, the
 * longest idle last.
 *
 * @param arrivals per second, by kind
 * @param handling mean of all, in seconds
 * @param skills for each agent, by kind
 */
record SkilledCentre(double[] arrivals, double handling, List<boolean[]> skills) {

    /** Mean wait of each kind, in seconds. */
    double[] meanWaits() {
        double[] queues = new double[arrivals.length];
        double[] all = {0};
        visit(new ArrayList<>(), queues, all);
        double[] waits = new double[arrivals.length];
        for (int kind = 0; kind < arrivals.length; kind++) {
            waits[kind] = queues[kind] / all[0] / arrivals[kind];
        }
        return waits;
    }

    /** The busy ones in order, so far; each order of the others is one of the idle. */
    private void visit(List<Integer> busy, double[] queues, double[] all) {
        double idle = idle(new ArrayList<>(), busy);
        double weight = idle;
        double[] ratio = new double[busy.size()];
        for (int i = 0; i < busy.size(); i++) {
            double rate = (i + 1) / handling;
            ratio[i] = onlyFor(busy.subList(0, i + 1)) / rate;
            weight *= 1 / rate / (1 - ratio[i]);
        }
        all[0] += weight;
        for (int i = 0; i < busy.size(); i++) {
            double waiting = weight * ratio[i] / (1 - ratio[i]);
            double only = onlyFor(busy.subList(0, i + 1));
            for (int kind = 0; kind < arrivals.length; kind++) {
                if (only > 0 && only(kind, busy.subList(0, i + 1))) {
                    queues[kind] += waiting * arrivals[kind] / only;
                }
            }
        }
        for (int agent = 0; agent < skills.size(); agent++) {
            if (!busy.contains(agent)) {
                busy.add(agent);
                visit(busy, queues, all);
                busy.remove(busy.size() - 1);
            }
        }
    }

    /** Summed over the orders of the idle ones, from the longest idle on. */
    private double idle(List<Integer> longest, List<Integer> busy) {
        if (longest.size() + busy.size() == skills.size()) {
            return 1;
        }
        double sum = 0;
        for (int agent = 0; agent < skills.size(); agent++) {
            if (!busy.contains(agent) && !longest.contains(agent)) {
                longest.add(agent);
                sum += idle(longest, busy) / any(longest);
                longest.remove(longest.size() - 1);
            }
        }
        return sum;
    }

    /** Arrivals whom one of these agents can serve. */
    private double any(List<Integer> agents) {
        double rate = 0;
        for (int kind = 0; kind < arrivals.length; kind++) {
            int each = kind;
            rate += agents.stream().anyMatch(agent -> skills.get(agent)[each]) ? arrivals[kind] : 0;
        }
        return rate;
    }

    /** Arrivals whom these agents alone can serve. */
    private double onlyFor(List<Integer> agents) {
        double rate = 0;
        for (int kind = 0; kind < arrivals.length; kind++) {
            rate += only(kind, agents) ? arrivals[kind] : 0;
        }
        return rate;
    }

    private boolean only(int kind, List<Integer> agents) {
        for (int agent = 0; agent < skills.size(); agent++) {
            if (skills.get(agent)[kind] && !agents.contains(agent)) {
                return false;
            }
        }
        return true;
    }
}
