package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.Spread;

/** How long customers wait before they leave. */
public sealed interface Patience {
    /** In milliseconds; {@link Customer#ENDLESS}: he never leaves. */
    long draw(RandomGenerator random);

    /** Nobody leaves. */
    record Endless() implements Patience {
        @Override
        public long draw(RandomGenerator random) {
            return Customer.ENDLESS;
        }
    }

    /** As a spread says. */
    record Spreading(Spread spread) implements Patience {
        @Override
        public long draw(RandomGenerator random) {
            return Math.round(spread.draw(random).toNanos() / 1e6);
        }
    }

    /**
     * As recorded. Of who was served only a lower bound is known; the product-limit estimator uses those too (E. L. Kaplan,
     * P. Meier, Nonparametric Estimation from Incomplete Observations, J. Am. Stat. Assoc. 53, 1958). Who waited longer than
     * any who left stays for good.
     */
    final class Recorded implements Patience {
        private final double atOnce;
        /** Seconds, growing. */
        private final int[] times;
        /** The part of those who wait at all that waits longer than that. */
        private final double[] survivors;

        public Recorded(List<Call> calls) {
            atOnce = calls.isEmpty()
                    ? 0
                    : calls.stream().filter(Patience::leftAtOnce).count() / (double) calls.size();
            List<Call> waited = new ArrayList<>(
                    calls.stream().filter(call -> call.waited() > 0).toList());
            waited.sort(Comparator.comparingInt(Call::waited));
            times = waited.stream()
                    .filter(call -> !call.served())
                    .mapToInt(Call::waited)
                    .distinct()
                    .toArray();
            survivors = new double[times.length];
            double part = 1;
            for (int i = 0; i < times.length; i++) {
                int time = times[i];
                long atRisk =
                        waited.stream().filter(call -> call.waited() >= time).count();
                long left = waited.stream()
                        .filter(call -> call.waited() == time && !call.served())
                        .count();
                part *= 1 - left / (double) atRisk;
                survivors[i] = part;
            }
        }

        @Override
        public long draw(RandomGenerator random) {
            return random.nextDouble() < atOnce ? 0 : beyond(0, random);
        }

        /** The patience of somebody of whom it is known that he has waited so many seconds. */
        public long beyond(int seconds, RandomGenerator random) {
            double part = 1;
            int i = 0;
            for (; i < times.length && times[i] <= seconds; i++) {
                part = survivors[i];
            }
            double drawn = part * random.nextDouble();
            for (; i < times.length; i++) {
                if (survivors[i] <= drawn) {
                    return times[i] * 1000L;
                }
            }
            return Customer.ENDLESS;
        }
    }

    /** Who left without waiting: neither busy agents nor free ones would have kept him. */
    private static boolean leftAtOnce(Call call) {
        return !call.served() && call.waited() == 0;
    }
}
