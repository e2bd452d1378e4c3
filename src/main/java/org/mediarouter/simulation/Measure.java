package org.mediarouter.simulation;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.statistics.Figures;

/** What is said of a queue, or of an MRD. */
public enum Measure {
    OFFERED("offered", Unit.COUNT, Figures::offered),
    ABANDONED("abandoned", Unit.PART, figures -> part(figures.abandoned(), figures.offered())),
    /** Of all who came, abandoned ones included. */
    WAIT_MEAN("mean wait", Unit.SECONDS, figures -> any(figures, figures.waits().mean())),
    WAIT_P50("p50", Unit.SECONDS, figures -> any(figures, figures.waits().p50())),
    WAIT_P90("p90", Unit.SECONDS, figures -> any(figures, figures.waits().p90())),
    WAIT_P99("p99", Unit.SECONDS, figures -> any(figures, figures.waits().p99())),
    /** Of those answered: the field's "average speed of answer". */
    ANSWER_WAIT(
            "answered after",
            Unit.SECONDS,
            figures ->
                    figures.answered() == 0 ? Double.NaN : figures.answerWaits().mean()),
    LEVEL_IGNORING("ignoring abandoned", Unit.PART, figures -> level(figures, ServiceLevelType.IGNORE_ABANDONED)),
    LEVEL_NEGATIVE("abandoned negative", Unit.PART, figures -> level(figures, ServiceLevelType.ABANDONED_NEGATIVE)),
    LEVEL_POSITIVE("abandoned positive", Unit.PART, figures -> level(figures, ServiceLevelType.ABANDONED_POSITIVE)),
    /** Of agents and of an MRD: a queue has none. */
    OCCUPANCY("occupancy", Unit.PART, figures -> part(figures.working(), figures.loggedIn()));

    /** What a value counts. */
    public enum Unit {
        COUNT,
        SECONDS,
        /** 0 to 1; people read it as per cent. */
        PART;

        /** As people read it. */
        public String text(double value) {
            return switch (this) {
                case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
                case SECONDS -> String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
                case PART -> String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.2f%%" : "%.1f%%", value * 100);
            };
        }
    }

    private final String label;
    private final Unit unit;
    private final ToDoubleFunction<Figures> value;

    Measure(String label, Unit unit, ToDoubleFunction<Figures> value) {
        this.label = label;
        this.unit = unit;
        this.value = value;
    }

    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it is a service level, by one of the three formulas. */
    boolean isLevel() {
        return this == LEVEL_IGNORING || this == LEVEL_NEGATIVE || this == LEVEL_POSITIVE;
    }

    /** The name in JSON: {@code waitMean}. */
    public String member() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** NaN where there is nothing to say. */
    double of(Figures figures) {
        return value.applyAsDouble(figures);
    }

    private static double part(double some, double all) {
        return all == 0 ? Double.NaN : some / all;
    }

    private static double any(Figures figures, double value) {
        return figures.waits().count() == 0 ? Double.NaN : value;
    }

    private static double level(Figures figures, ServiceLevelType type) {
        @Nullable Double level = figures.serviceLevel().by(type);
        return level == null ? Double.NaN : level;
    }
}
