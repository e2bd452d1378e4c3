package org.mediarouter.simulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Independent customers at a rate, which may be another one in each hour of the day. */
public final class PoissonCustomers implements Customers {
    private static final double HOUR = 3_600_000;

    /**
     * A stream of them.
     *
     * @param perHour how many come on average in an hour with factor 1
     */
    public record Stream(String mrd, String queue, double perHour, int priority, Map<String, Object> attributes) {
        public Stream {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * Where such customers come from.
     *
     * @param profile a factor for each hour of the day (UTC); empty: always 1
     * @param from when the first may come, in milliseconds since the epoch
     * @param to when nobody comes any more
     */
    public record Source(List<Stream> streams, List<Double> profile, Manners manners, long from, long to)
            implements Customers.Source {
        public Source {
            streams = List.copyOf(streams);
            profile = List.copyOf(profile);
            if (streams.isEmpty() || streams.stream().anyMatch(stream -> !(stream.perHour() > 0))) {
                throw new IllegalArgumentException("Streams with a rate above 0 are needed");
            }
            if (!(profile.isEmpty() || profile.size() == 24)
                    || profile.stream().anyMatch(factor -> !(factor >= 0))
                    || (!profile.isEmpty() && profile.stream().allMatch(factor -> factor == 0))) {
                throw new IllegalArgumentException("A profile has 24 factors, none negative and not all 0");
            }
        }

        @Override
        public Customers of(long seed) {
            return new PoissonCustomers(this, seed);
        }
    }

    private final Source source;
    private final Chances chances;
    private final double perHour;
    private final double highest;
    private double now;

    private PoissonCustomers(Source source, long seed) {
        this.source = source;
        this.chances = new Chances(seed);
        this.perHour =
                source.streams.stream().mapToDouble(stream -> stream.perHour).sum();
        this.highest = source.profile.stream().mapToDouble(d -> d).max().orElse(1);
        this.now = source.from;
    }

    @Override
    public @Nullable Customer next() {
        do {
            now += chances.arrival.nextExponential() * HOUR / (perHour * highest);
            if (now >= source.to) {
                return null;
            }
        } while (!source.profile.isEmpty() && chances.arrival.nextDouble() * highest >= factor());
        Stream stream = stream();
        Manners manners = source.manners;
        return new Customer(
                Math.round(now),
                stream.mrd,
                stream.queue,
                stream.priority,
                stream.attributes,
                manners.patience().draw(chances.patience),
                Manners.millis(manners.answer(), chances.answer),
                Manners.millis(manners.handling(), chances.handling),
                Manners.millis(manners.wrapUp(), chances.wrapUp));
    }

    private double factor() {
        return source.profile.get((int) Math.floorMod((long) (now / HOUR), 24L));
    }

    private Stream stream() {
        List<Stream> streams = source.streams;
        if (streams.size() == 1) {
            return streams.get(0);
        }
        double left = chances.kind.nextDouble() * perHour;
        for (Stream stream : streams) {
            left -= stream.perHour;
            if (left < 0) {
                return stream;
            }
        }
        return streams.get(streams.size() - 1);
    }
}
