package org.mediarouter.simulation;

import java.util.List;
import org.mediarouter.routing.model.Configuration;

/**
 * A contact centre of which theory knows the figures.
 *
 * @param batch length of a batch, in seconds: many times what the centre takes to forget
 */
public record QueueingModel(
        String name, Configuration configuration, Customers.Source source, long batch, List<Known> known) {

    /** What is known, of one queue or (null) of all. */
    public record Known(
            Quantity quantity,
            @org.jspecify.annotations.Nullable String queue,
            double value) {
        @Override
        public String toString() {
            return quantity.label + (queue == null ? "" : " of " + queue);
        }
    }

    /** What theory speaks of. */
    public enum Quantity {
        WAITS("P(wait)"),
        MEAN_WAIT("mean wait, s"),
        QUEUE("mean queue"),
        OCCUPANCY("occupancy"),
        ABANDONED("abandoned"),
        WITHIN_20("within 20 s");

        private final String label;

        Quantity(String label) {
            this.label = label;
        }
    }

    @Override
    public String toString() {
        return name;
    }

    List<Shift> shifts() {
        return configuration.agents().keySet().stream()
                .map(id -> new Shift(id, 0, Long.MAX_VALUE))
                .toList();
    }
}
