package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.statistics.StatisticsEvent;
import org.mediarouter.simulation.QueueingModel.Known;

/**
 * Measures a model by the method of batch means (A. M. Law, Simulation Modeling and Analysis, section 9.5.3), in several
 * independent streams. The first batch of each is its warm-up. Ratios are those of sums, with the variance of the ratio
 * estimator.
 */
public final class BatchMeans {
    private final QueueingModel model;
    private final List<Stream> streams;
    private final Map<Known, List<double[]>> batches = new HashMap<>();

    /** @param seed of the first stream */
    public BatchMeans(QueueingModel model, int streams, long seed) {
        this.model = model;
        this.streams = IntStream.range(0, streams)
                .mapToObj(i -> new Stream(model, seed + i))
                .toList();
        this.streams.parallelStream().forEach(Stream::batch);
        model.known().forEach(known -> batches.put(known, new ArrayList<>()));
    }

    /** One more batch of each stream, on as many processors. */
    public void more() {
        streams.parallelStream().forEach(Stream::batch);
        for (Stream stream : streams) {
            for (Known known : model.known()) {
                batchesOf(known).add(stream.ratio(known));
            }
        }
    }

    public int batches() {
        return batchesOf(model.known().get(0)).size();
    }

    /** How many customers have been measured. */
    public long customers() {
        return streams.stream()
                .mapToLong(stream -> stream.simulation.arrivals())
                .sum();
    }

    /** What was measured, with its confidence interval. */
    public Estimate estimate(Known known, double confidence) {
        List<double[]> ratios = batchesOf(known);
        double above = 0;
        double below = 0;
        for (double[] ratio : ratios) {
            above += ratio[0];
            below += ratio[1];
        }
        double mean = above / below;
        double squares = 0;
        for (double[] ratio : ratios) {
            squares += Math.pow(ratio[0] - mean * ratio[1], 2);
        }
        int n = ratios.size();
        double error = Math.sqrt(squares / (n - 1) / n) / (below / n);
        double t = new TDistribution(n - 1).inverseCumulativeProbability(0.5 + confidence / 2);
        return new Estimate(mean, t * error, n);
    }

    private List<double[]> batchesOf(Known known) {
        List<double[]> some = batches.get(known);
        if (some == null) {
            throw new IllegalArgumentException("nothing is known of " + known);
        }
        return some;
    }

    /** What happened in a queue, or in all, during a batch. */
    private static final class Sums {
        long ended;
        long waited;
        long within;
        long abandoned;
        /** Milliseconds. */
        long waits;
    }

    private record Waiting(long since, String queue) {}

    private static final class Stream {
        final Simulation simulation;
        private final QueueingModel model;
        private final Map<String, Waiting> waiting = new HashMap<>();
        private final Map<String, Long> working = new HashMap<>();
        private final Map<String, Sums> byQueue = new HashMap<>();
        private Sums all = new Sums();
        private double worked;
        private long batchBegan;

        Stream(QueueingModel model, long seed) {
            this.model = model;
            model.configuration().queues().keySet().forEach(queue -> byQueue.put(queue, new Sums()));
            simulation = new Simulation(model.configuration(), model.source().of(seed), model.shifts(), this::hear);
        }

        void batch() {
            all = new Sums();
            byQueue.replaceAll((queue, sums) -> new Sums());
            worked = 0;
            batchBegan = simulation.now();
            simulation.run(batchBegan + model.batch() * 1000);
            working.replaceAll((task, since) -> {
                worked += simulation.now() - since;
                return simulation.now();
            });
        }

        private void hear(StatisticsEvent event) {
            if (event instanceof StatisticsEvent.Entered entered) {
                waiting.put(entered.taskId(), new Waiting(event.time(), entered.queue()));
            } else if (event instanceof StatisticsEvent.Answered answered) {
                working.put(answered.taskId(), event.time());
                ended(answered.taskId(), event.time(), false);
            } else if (event instanceof StatisticsEvent.Abandoned abandoned) {
                ended(abandoned.taskId(), event.time(), true);
            } else if (event instanceof StatisticsEvent.Ended ended) {
                Long since = working.remove(ended.taskId());
                worked += since == null ? 0 : event.time() - since;
            }
        }

        private Sums sums(String queue) {
            Sums sums = byQueue.get(queue);
            return sums == null ? all : sums;
        }

        private void ended(String task, long time, boolean abandoned) {
            Waiting entry = waiting.remove(task);
            if (entry != null) {
                count(all, time - entry.since, abandoned);
                count(sums(entry.queue), time - entry.since, abandoned);
            }
        }

        private static void count(Sums sums, long wait, boolean abandoned) {
            sums.ended++;
            sums.waited += wait > 0 ? 1 : 0;
            sums.within += wait <= 20_000 && !abandoned ? 1 : 0;
            sums.abandoned += abandoned ? 1 : 0;
            sums.waits += wait;
        }

        /** Above and below the line. */
        double[] ratio(Known known) {
            @Nullable String queue = known.queue();
            Sums sums = queue == null ? all : sums(queue);
            double length = model.batch();
            return switch (known.quantity()) {
                case WAITS -> new double[] {sums.waited, sums.ended};
                case MEAN_WAIT -> new double[] {sums.waits / 1000.0, sums.ended};
                // Little's law: the time waited by all is the integral of the queue, but for the batch's edges.
                case QUEUE -> new double[] {sums.waits / 1000.0, length};
                case OCCUPANCY ->
                    new double[] {
                        worked / 1000, length * model.configuration().agents().size()
                    };
                case ABANDONED -> new double[] {sums.abandoned, sums.ended};
                case WITHIN_20 -> new double[] {sums.within, sums.ended};
            };
        }
    }
}
