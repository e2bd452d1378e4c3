package org.mediarouter.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediarouter.arrivals.Spread;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;
import org.mediarouter.simulation.QueueingModel.Known;
import org.mediarouter.simulation.QueueingModel.Quantity;

/** The models that the simulator is held against: the table in routing, section 4, and two with several queues. */
public final class QueueingModels {
    private static final String MRD = "calls";

    private QueueingModels() {}

    public static List<QueueingModel> all() {
        return List.of(
                erlangC(50, 48 * 60, 60, true),
                erlangA(50, 48 * 60, 60, 120),
                erlangC(6, 100, 180, false),
                erlangC(28, 500, 180, false),
                erlangC(54, 1000, 180, false),
                erlangA(10, 200, 180, 120),
                erlangA(50, 1000, 180, 120),
                priorities(),
                skills());
    }

    private static QueueingModel erlangC(int agents, double perHour, double handling, boolean more) {
        ErlangC theory = new ErlangC(agents, perHour / 3600, handling);
        List<Known> known = new ArrayList<>(List.of(
                new Known(Quantity.WAITS, null, theory.waits()),
                new Known(Quantity.MEAN_WAIT, null, theory.meanWait()),
                new Known(Quantity.OCCUPANCY, null, theory.occupancy())));
        known.add(
                more
                        ? new Known(Quantity.QUEUE, null, theory.queue())
                        : new Known(Quantity.WITHIN_20, null, theory.within(20)));
        return model(
                String.format(java.util.Locale.ROOT, "M/M/%d, %.0f/h, handling %.0f s", agents, perHour, handling),
                centre(agents).queue("q", MRD),
                List.of(stream("q", perHour)),
                handling,
                new Patience.Endless(),
                known);
    }

    private static QueueingModel erlangA(int agents, double perHour, double handling, double patience) {
        ErlangA theory = new ErlangA(agents, perHour / 3600, handling, patience);
        return model(
                String.format(
                        java.util.Locale.ROOT,
                        "Erlang-A, n=%d, %.0f/h, handling %.0f s, patience %.0f s",
                        agents,
                        perHour,
                        handling,
                        patience),
                centre(agents).queue("q", MRD),
                List.of(stream("q", perHour)),
                handling,
                new Patience.Spreading(new Spread.Exponential(seconds(patience))),
                List.of(
                        new Known(Quantity.WAITS, null, theory.waits()),
                        new Known(Quantity.MEAN_WAIT, null, theory.meanWait()),
                        new Known(Quantity.ABANDONED, null, theory.abandoned()),
                        new Known(Quantity.OCCUPANCY, null, theory.occupancy())));
    }

    /**
     * Two queues, one of higher priority, ten agents who serve both: A. Cobham, Priority Assignment in Waiting Line Problems,
     * Operations Research 2, 1954; O. Kella, U. Yechiali, Waiting Times in the Non-Preemptive Priority M/M/c Queue, Stochastic
     * Models 1, 1985.
     */
    private static QueueingModel priorities() {
        double handling = 180;
        double[] perHour = {70, 105};
        ErlangC both = new ErlangC(10, (perHour[0] + perHour[1]) / 3600, handling);
        double first = perHour[0] / 3600 * handling / 10;
        double wait = both.waits() * handling / 10;
        return model(
                "M/M/10, two priorities, 70/h and 105/h, handling 180 s",
                centre(10).queue(queue("gold", 2, "true")).queue(queue("silver", 1, "true")),
                List.of(stream("gold", perHour[0]), stream("silver", perHour[1])),
                handling,
                new Patience.Endless(),
                List.of(
                        new Known(Quantity.WAITS, null, both.waits()),
                        new Known(Quantity.MEAN_WAIT, "gold", wait / (1 - first)),
                        new Known(Quantity.MEAN_WAIT, "silver", wait / (1 - first) / (1 - both.occupancy())),
                        new Known(Quantity.OCCUPANCY, null, both.occupancy())));
    }

    /** Three queues with steps of their own, five agents with different skills: {@link SkilledCentre}. */
    private static QueueingModel skills() {
        double handling = 180;
        double[] perHour = {30, 28, 20};
        List<boolean[]> skills = List.of(
                new boolean[] {true, false, false},
                new boolean[] {true, true, false},
                new boolean[] {false, true, false},
                new boolean[] {false, true, true},
                new boolean[] {true, false, true});
        double[] perSecond = {perHour[0] / 3600, perHour[1] / 3600, perHour[2] / 3600};
        double[] waits = new SkilledCentre(perSecond, handling, skills).meanWaits();
        SmallCentre centre = new SmallCentre().mrd(SmallCentre.mrd(MRD, false, OnInterrupt.KEEP));
        for (int i = 0; i < skills.size(); i++) {
            boolean[] has = skills.get(i);
            centre.agent("agent" + i, Map.of(MRD, 1), Map.of("A", has[0], "B", has[1], "C", has[2]));
        }
        return model(
                "five agents with skills, three queues, 30/h, 28/h and 20/h, handling 180 s",
                centre.queue(queue("a", 1, "A")).queue(queue("b", 1, "B")).queue(queue("c", 1, "C")),
                List.of(stream("a", perHour[0]), stream("b", perHour[1]), stream("c", perHour[2])),
                handling,
                new Patience.Endless(),
                List.of(
                        new Known(Quantity.MEAN_WAIT, "a", waits[0]),
                        new Known(Quantity.MEAN_WAIT, "b", waits[1]),
                        new Known(Quantity.MEAN_WAIT, "c", waits[2])));
    }

    private static PrecisionQueue queue(String id, int priority, String when) {
        return new PrecisionQueue(
                id,
                MRD,
                Selection.LONGEST_AVAILABLE,
                priority,
                0,
                List.of(Step.of(when)),
                null,
                null,
                null,
                Duration.ofSeconds(30));
    }

    private static SmallCentre centre(int agents) {
        SmallCentre centre = new SmallCentre().mrd(SmallCentre.mrd(MRD, false, OnInterrupt.KEEP));
        for (int i = 0; i < agents; i++) {
            centre.agent("agent" + i, Map.of(MRD, 1));
        }
        return centre;
    }

    private static PoissonCustomers.Stream stream(String queue, double perHour) {
        return new PoissonCustomers.Stream(MRD, queue, perHour, 1, Map.of());
    }

    private static QueueingModel model(
            String name,
            SmallCentre centre,
            List<PoissonCustomers.Stream> streams,
            double handling,
            Patience patience,
            List<Known> known) {
        Manners manners = new Manners(
                new Spread.Exponential(seconds(handling)),
                patience,
                new Spread.Fixed(Duration.ZERO),
                new Spread.Fixed(Duration.ZERO));
        Customers.Source source = new PoissonCustomers.Source(
                streams, List.of(), manners, 0, Duration.ofDays(365_000).toMillis());
        // A batch is 40 to 60 times what the slowest of these centres takes to forget where it was.
        return new QueueingModel(name, centre.configuration(), source, 172_800, known);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
