package org.mediarouter.simulation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.Spread;

/**
 * The customers of a file. What the file doesn't say of one is drawn: the patience of who was served, among those who were
 * more patient than that; the handling of who left, among all handlings.
 */
public final class RecordedCustomers implements Customers {
    /**
     * Where such customers come from.
     *
     * @param calls in order of arrival
     * @param handling null: what the file says and implies; else drawn, whatever the file says; patience likewise
     */
    public record Source(
            List<Call> calls,
            CallQueues queues,
            @Nullable Spread handling,
            @Nullable Patience patience,
            Spread answer,
            Spread wrapUp)
            implements Customers.Source {
        public Source {
            calls = List.copyOf(calls);
        }

        @Override
        public Customers of(long seed) {
            return new RecordedCustomers(this, seed);
        }
    }

    private final Source source;
    private final Iterator<Call> calls;
    private final Chances chances;
    private final Spread handlings;
    private final Patience.Recorded patiences;

    private RecordedCustomers(Source source, long seed) {
        this.source = source;
        this.calls = source.calls.iterator();
        this.chances = new Chances(seed);
        this.handlings = source.handling == null ? handlings(source.calls) : source.handling;
        this.patiences = new Patience.Recorded(source.calls);
    }

    /** One of the recorded handlings at a time. */
    public static Spread handlings(List<Call> calls) {
        return new Spread.Recorded(calls.stream()
                .filter(Call::served)
                .map(call -> java.time.Duration.ofSeconds(call.service()))
                .toList());
    }

    @Override
    public @Nullable Customer next() {
        if (!calls.hasNext()) {
            return null;
        }
        Call call = calls.next();
        // Drawn for each, needed or not: what one customer draws doesn't depend on the others' fates.
        long drawnHandling = Manners.millis(source.handling == null ? handlings : source.handling, chances.handling);
        long drawnPatience = source.patience == null
                ? patiences.beyond(call.waited(), chances.patience)
                : source.patience.draw(chances.patience);
        boolean sayHandling = source.handling == null && call.served();
        boolean sayPatience = source.patience == null && !call.served();
        return new Customer(
                timeOf(call),
                source.queues.mrd(),
                source.queues.of(call),
                priorityOf(call),
                attributes(call),
                sayPatience ? call.waited() * 1000L : drawnPatience,
                Manners.millis(source.answer, chances.answer),
                sayHandling ? call.service() * 1000L : drawnHandling,
                Manners.millis(source.wrapUp, chances.wrapUp));
    }

    /** The days are taken as UTC. */
    static long timeOf(Call call) {
        return midnight(call.date()) + call.arrival() * 1000L;
    }

    /** Those of the file from 1 to 10; in it 0 and 1 are both regular. */
    static int priorityOf(Call call) {
        return Math.max(1, Math.min(10, call.priority()));
    }

    static long midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** What steps may read of a call: {@code type}, and {@code language} where it is English. */
    private static Map<String, Object> attributes(Call call) {
        return call.type().equals("PE") ? Map.of("type", call.type(), "language", "en") : Map.of("type", call.type());
    }
}
