package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Spread;

/** Who comes when, in order of time. */
public sealed interface Arrivals {
    /** The next one; empty when nobody comes any more. */
    Optional<Arrival> next();

    /** Those of a list. */
    final class Listed implements Arrivals {
        private final Iterator<Arrival> arrivals;

        /** @param arrivals in order of time */
        public Listed(List<Arrival> arrivals) {
            this.arrivals = List.copyOf(arrivals).iterator();
        }

        @Override
        public Optional<Arrival> next() {
            return arrivals.hasNext() ? Optional.of(arrivals.next()) : Optional.empty();
        }
    }

    /** Independent customers at a steady rate, for ever. */
    final class Poisson implements Arrivals {
        private final double perSecond;
        private final List<CustomerKind> kinds;
        private final Spread patience;
        private final Dice.OneIn impatient;
        private final RandomGenerator random;
        private double now;

        /**
         * @param patience of most
         * @param impatientOneIn one in so many leaves before an agent can have answered; 0: nobody
         */
        public Poisson(
                double perSecond,
                List<CustomerKind> kinds,
                Spread patience,
                int impatientOneIn,
                RandomGenerator random) {
            if (!(perSecond > 0) || kinds.isEmpty()) {
                throw new IllegalArgumentException("A positive rate and a kind of customer are needed");
            }
            this.perSecond = perSecond;
            this.kinds = List.copyOf(kinds);
            this.patience = patience;
            this.impatient = new Dice.OneIn(impatientOneIn, random);
            this.random = random;
        }

        @Override
        public Optional<Arrival> next() {
            now += random.nextExponential() / perSecond;
            @Nullable
            Duration patient =
                    impatient.comesUp() ? Times.ofSeconds(random.nextExponential() * 0.2) : patience.draw(random);
            return Optional.of(new Arrival(Times.ofSeconds(now), -1, kind(), patient, null, null));
        }

        private CustomerKind kind() {
            double total = kinds.stream().mapToDouble(CustomerKind::weight).sum();
            double left = random.nextDouble() * total;
            for (CustomerKind kind : kinds) {
                left -= kind.weight();
                if (left < 0) {
                    return kind;
                }
            }
            return kinds.get(kinds.size() - 1);
        }
    }
}
