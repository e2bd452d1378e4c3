package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes, drawn anew each time. */
public sealed interface Spread {
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
            return seconds(Times.seconds(mean) * random.nextExponential());
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
            double location = Math.log(Math.max(Times.seconds(mean), 1e-6)) - variance / 2;
            return seconds(Math.exp(location + Math.sqrt(variance) * random.nextGaussian()));
        }
    }

    private static Duration seconds(double seconds) {
        return Times.ofSeconds(seconds);
    }
}
