package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.ServiceLevelType;

/** A {@link Report} as an SVG drawing: waits and service level over the day, occupancy by agent. */
public final class Chart {
    private static final int MOST_LINES = 8;
    private static final int PLOT_HEIGHT = 170;
    private static final int LEFT = 70;
    private static final int WIDTH = 820;
    private static final int GAP = 74;
    private static final int TOP = 84;

    private final Report report;
    private final Svg svg;
    private final List<String> queues;
    private final int first;
    private final int last;

    private Chart(Report report) {
        this.report = report;
        this.queues = report.curves().entrySet().stream()
                .sorted((a, b) -> Long.compare(arrivals(b.getValue()), arrivals(a.getValue())))
                .limit(MOST_LINES)
                .map(Map.Entry::getKey)
                .toList();
        int[] busy = IntStream.range(0, DayCurve.PARTS)
                .filter(part -> report.curves().values().stream().anyMatch(curve -> curve.meanWait(part) != null))
                .toArray();
        this.first = busy.length == 0 ? 0 : busy[0];
        this.last = busy.length == 0 ? DayCurve.PARTS - 1 : busy[busy.length - 1];
        this.svg = new Svg(LEFT + WIDTH + 40, TOP + 3 * (PLOT_HEIGHT + GAP) + 20);
    }

    public static String of(Report report) {
        Chart chart = new Chart(report);
        chart.draw();
        return chart.svg.toString();
    }

    private static long arrivals(DayCurve curve) {
        return IntStream.range(0, DayCurve.PARTS).mapToLong(curve::offered).sum();
    }

    private void draw() {
        svg.text(LEFT, 24, "title", "start", report.plan().name());
        legend();
        int y = TOP;
        curves(y, "Mean wait, seconds", highestWait(), "", this::wait);
        y += PLOT_HEIGHT + GAP;
        curves(y, "Service level, %", 100, levels(), this::level);
        y += PLOT_HEIGHT + GAP;
        occupancy(y);
    }

    private void legend() {
        double x = LEFT;
        for (int i = 0; i < queues.size(); i++) {
            svg.rectangle(x, 34, 14, 4, Svg.colour(i));
            svg.text(x + 19, 40, "label", "start", queues.get(i));
            x += 19 + 7.2 * queues.get(i).length() + 22;
        }
        if (report.curves().size() > MOST_LINES) {
            svg.text(x, 40, "label", "start", "and " + (report.curves().size() - MOST_LINES) + " with fewer tasks");
        }
    }

    private @Nullable Double wait(String queue, int part) {
        DayCurve curve = report.curves().get(queue);
        return curve == null ? null : curve.meanWait(part);
    }

    private @Nullable Double level(String queue, int part) {
        DayCurve curve = report.curves().get(queue);
        Double level = curve == null ? null : curve.serviceLevel(part, type(queue));
        return level == null ? null : level * 100;
    }

    private ServiceLevelType type(String queue) {
        PrecisionQueue definition = report.plan().configuration().queue(queue);
        return definition == null || definition.serviceLevel() == null
                ? ServiceLevelType.IGNORE_ABANDONED
                : definition.serviceLevel().type();
    }

    private String levels() {
        return queues.size() != 1
                ? "each queue's own threshold and formula"
                : "within " + report.plan().threshold(queues.get(0)).toMillis() / 1000 + " s, "
                        + type(queues.get(0))
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ');
    }

    private double highestWait() {
        double highest = 1;
        for (String queue : queues) {
            for (int part = first; part <= last; part++) {
                Double wait = wait(queue, part);
                highest = wait == null ? highest : Math.max(highest, wait);
            }
        }
        return highest;
    }

    /** What a queue has in a half hour; null: nothing. */
    private interface Value {
        @Nullable
        Double of(String queue, int part);
    }

    private void curves(int top, String title, double highest, String remark, Value value) {
        double[] ticks = Ticks.upTo(highest);
        frame(top, title, remark, ticks);
        int span = last - first + 1;
        IntFunction<Double> x = part -> LEFT + (part - first + 0.5) * WIDTH / span;
        int each = span > 24 ? 4 : 2;
        for (int part = first; part <= last; part++) {
            if (part % each == 0) {
                double at = LEFT + (part - first) * (double) WIDTH / span;
                svg.line(at, top + PLOT_HEIGHT, at, top + PLOT_HEIGHT + 4, "axis");
                svg.text(at, top + PLOT_HEIGHT + 18, "label", "middle", ReportJson.time(part));
            }
        }
        double scale = PLOT_HEIGHT / ticks[ticks.length - 1];
        for (int i = 0; i < queues.size(); i++) {
            List<double[]> points = new ArrayList<>();
            for (int part = first; part <= last; part++) {
                Double of = value.of(queues.get(i), part);
                if (of == null) {
                    svg.curve(points, Svg.colour(i));
                    points.clear();
                } else {
                    points.add(new double[] {x.apply(part), top + PLOT_HEIGHT - of * scale});
                }
            }
            svg.curve(points, Svg.colour(i));
        }
    }

    private void frame(int top, String title, String remark, double[] ticks) {
        svg.text(LEFT, top - 12, "heading", "start", title);
        svg.text(LEFT + WIDTH, top - 12, "label", "end", remark);
        for (double tick : ticks) {
            double y = top + PLOT_HEIGHT - tick * PLOT_HEIGHT / ticks[ticks.length - 1];
            svg.line(LEFT, y, LEFT + WIDTH, y, tick == 0 ? "axis" : "grid");
            svg.text(LEFT - 8, y + 4, "label", "end", Ticks.text(tick));
        }
    }

    private void occupancy(int top) {
        frame(top, "Occupancy by agent, %", "line: 95 % confidence interval of the mean", Ticks.upTo(100));
        int count = report.occupancy().size();
        if (count == 0) {
            return;
        }
        double step = WIDTH / (double) count;
        double bar = Math.min(32, step * 0.7);
        double scale = PLOT_HEIGHT / 1.0;
        int each = (int) Math.ceil(count * 15.0 / WIDTH);
        int i = 0;
        for (Map.Entry<String, Estimate> entry : report.occupancy().entrySet()) {
            double middle = LEFT + (i + 0.5) * step;
            double height = entry.getValue().mean() * scale;
            svg.rectangle(middle - bar / 2, top + PLOT_HEIGHT - height, bar, height, Svg.BAR);
            double half = entry.getValue().halfWidth() * scale;
            if (half > 0.5) {
                double above = Math.max(top, top + PLOT_HEIGHT - height - half);
                svg.line(middle, above, middle, top + PLOT_HEIGHT - height + half, "whisker");
            }
            if (i++ % each == 0) {
                svg.upright(middle, top + PLOT_HEIGHT + 8, entry.getKey());
            }
        }
    }
}
