package org.mediarouter.cli;

import java.time.Duration;
import java.util.Optional;
import org.mediarouter.arrivals.Spread;

/** How people write spreads: {@code 90s}, {@code exponential:3m}, {@code log-normal:3m:1.2} (mean, variation). */
final class Spreads {
    static final String FORMS = "90s (always), exponential:90s (mean), or log-normal:90s:1.2 (mean, variation)";

    private Spreads() {}

    static Optional<Spread> parse(String text) {
        String[] parts = text.split(":", -1);
        Optional<Duration> time = Durations.parse(parts[parts.length == 1 ? 0 : 1]);
        if (parts.length == 1) {
            return time.map(Spread.Fixed::new);
        }
        if (parts.length == 2 && parts[0].equals("exponential")) {
            return time.map(Spread.Exponential::new);
        }
        if (parts.length == 3 && parts[0].equals("log-normal") && parts[2].matches("\\d{1,3}(\\.\\d{1,6})?")) {
            double variation = Double.parseDouble(parts[2]);
            return time.map(mean -> new Spread.LogNormal(mean, variation));
        }
        return Optional.empty();
    }
}
