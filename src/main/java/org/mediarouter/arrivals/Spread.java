package org.mediarouter.arrivals;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long something takes, drawn anew each time. */
public sealed interface Spread {
    /** Seconds: nothing takes longer than a year. */
    double LONGEST = 365.0 * 86_400;

    /** A time of this spread; never negative. */
    Duration draw(RandomGenerator random);

    /** Always the same. */
    record Fixed(Duration time) implements Spread {
        @Override
        public Duration draw(RandomGenerator random) {
            return time;
        }
    }

    /** Memoryless, as the waits for independent events are. */
    record Exponential(Duration mean) implements Spread {
        @Override
        public Duration draw(RandomGenerator random) {
            return seconds(mean.toNanos() / 1e9 * random.nextExponential());
        }
    }

    /**
     * The shape of real handling times: few very short, some very long.
     *
     * @param variation standard deviation as a share of the mean
     */
    record LogNormal(Duration mean, double variation) implements Spread {
        @Override
        public Duration draw(RandomGenerator random) {
            double variance = Math.log(1 + variation * variation);
            double location = Math.log(Math.max(mean.toNanos() / 1e9, 1e-6)) - variance / 2;
            return seconds(Math.exp(location + Math.sqrt(variance) * random.nextGaussian()));
        }
    }

    /** One of those recorded, each as likely as any other. */
    record Recorded(List<Duration> times) implements Spread {
        public Recorded {
            times = List.copyOf(times);
            if (times.isEmpty()) {
                throw new IllegalArgumentException("nothing is recorded");
            }
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return times.get(random.nextInt(times.size()));
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(Math.max(0, Math.min(seconds, LONGEST)) * 1e9));
    }
}
