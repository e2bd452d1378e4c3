package org.mediarouter.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mediarouter.simulation.BatchMeans;
import org.mediarouter.simulation.Estimate;
import org.mediarouter.simulation.QueueingModel;
import org.mediarouter.simulation.QueueingModel.Known;
import org.mediarouter.simulation.QueueingModels;

/**
 * Holds the simulator against queueing theory: each value has to lie in a 99.9 % interval whose half-width is at most 2 % of
 * it. Simulates until that is so wide, or narrower.
 *
 * <pre>mvn -q -Pbench verify -Dbench.main=TheoryCheck [-Dbench.args="--row=1 --seed=1"]</pre>
 */
public final class TheoryCheck {
    private static final double CONFIDENCE = 0.999;
    private static final double WIDTH = 0.02;
    private static final int LEAST_BATCHES = 40;
    private static final long BETWEEN_LINES = Duration.ofSeconds(15).toNanos();

    private TheoryCheck() {}

    public static void main(String[] arguments) {
        int row = 0;
        long seed = 1;
        for (String argument : arguments) {
            if (argument.matches("--row=\\d+")) {
                row = Integer.parseInt(argument.substring(6));
            } else if (argument.matches("--seed=\\d{1,18}")) {
                seed = Long.parseLong(argument.substring(7));
            } else {
                System.err.println(argument + ": --row=N or --seed=N was expected");
                System.exit(2);
            }
        }
        List<QueueingModel> models = QueueingModels.all();
        if (row > models.size()) {
            System.err.println("--row must be from 1 to " + models.size());
            System.exit(2);
        }
        boolean right = true;
        for (int i = 0; i < models.size(); i++) {
            if (row == 0 || row == i + 1) {
                right &= check(i + 1, models.get(i), seed);
            }
        }
        System.out.println(
                right ? "all values are inside their intervals" : "NOT all values are inside their intervals");
        System.exit(right ? 0 : 1);
    }

    private static boolean check(int row, QueueingModel model, long seed) {
        long began = System.nanoTime();
        long told = began;
        int streams = Runtime.getRuntime().availableProcessors();
        BatchMeans measured = new BatchMeans(model, streams, seed);
        do {
            measured.more();
            if (System.nanoTime() - told > BETWEEN_LINES) {
                told = System.nanoTime();
                System.err.printf(
                        Locale.ROOT,
                        "row %d: %,d customers, widest interval ±%.1f %%%n",
                        row,
                        measured.customers(),
                        measured.batches() < 2 ? 100 : 100 * widest(model, measured));
            }
        } while (measured.batches() < LEAST_BATCHES || widest(model, measured) > WIDTH);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d. %s: %,d customers in %.0f s (%,.0f/s)%n",
                row,
                model.name(),
                measured.customers(),
                seconds,
                measured.customers() / seconds);
        boolean right = true;
        for (Known known : model.known()) {
            Estimate estimate = measured.estimate(known, CONFIDENCE);
            boolean inside = Math.abs(estimate.mean() - known.value()) <= estimate.halfWidth();
            right &= inside;
            System.out.printf(
                    Locale.ROOT,
                    "   %-22s theory %9.5f  simulated %9.5f ± %.5f (%.2f %%)%s%n",
                    known,
                    known.value(),
                    estimate.mean(),
                    estimate.halfWidth(),
                    100 * estimate.halfWidth() / known.value(),
                    inside ? "" : "  OUTSIDE");
        }
        return right;
    }

    private static double widest(QueueingModel model, BatchMeans measured) {
        return model.known().stream()
                .mapToDouble(known -> measured.estimate(known, CONFIDENCE).halfWidth() / known.value())
                .max()
                .orElse(0);
    }
}
