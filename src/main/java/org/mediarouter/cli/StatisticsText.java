package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mediarouter.simulation.TextTable;

/** Statistics for people: a line for each quarter of an hour in which anything happened, and one for all. */
final class StatisticsText {
    private static final List<String> COUNTS =
            List.of("offered", "answered", "abandoned", "rona", "rejected", "transferredIn", "transferredOut");

    private final DateTimeFormatter clock;

    StatisticsText(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    String of(JsonNode statistics) {
        TextTable table = new TextTable()
                .row(List.of(
                        "from",
                        "offered",
                        "answered",
                        "abandoned",
                        "RONA",
                        "rejected",
                        "in",
                        "out",
                        "answered after",
                        "p90",
                        "handling",
                        "wrap-up",
                        "service level",
                        "ready",
                        "occupancy"));
        for (JsonNode interval : statistics.path("intervals")) {
            table.row(
                    line(clock.format(Instant.ofEpochMilli(interval.path("from").asLong())), interval));
        }
        table.row(line("all", statistics.path("total")));
        return table
                + "\nTimes in seconds; the service level ignores those who gave up in time; transferred in, out; ready, and at"
                + "\nwork (occupancy), of the time logged in.\n";
    }

    private static List<String> line(String name, JsonNode figures) {
        List<String> cells = new ArrayList<>(List.of(name));
        COUNTS.forEach(count -> cells.add(figures.path(count).asText("0")));
        cells.add(time(figures.path("answerWaits"), "mean"));
        cells.add(time(figures.path("answerWaits"), "p90"));
        cells.add(time(figures.path("handling"), "mean"));
        cells.add(time(figures.path("wrapUp"), "mean"));
        cells.add(level(figures.path("serviceLevel")));
        cells.add(part(figures, "ready"));
        cells.add(part(figures, "working"));
        return cells;
    }

    /** Of the time logged in; a queue has none. */
    private static String part(JsonNode figures, String which) {
        double loggedIn = figures.path("loggedIn").asDouble();
        return loggedIn == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f%%", 100 * figures.path(which).asDouble() / loggedIn);
    }

    private static String time(JsonNode spread, String which) {
        return spread.path("count").asLong() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f", spread.path(which).asDouble());
    }

    private static String level(JsonNode level) {
        long counted = level.path("offered").asLong() - level.path("abandoned").asLong();
        return counted <= 0
                ? "-"
                : String.format(
                        Locale.ROOT, "%.1f%%", 100.0 * level.path("answered").asLong() / counted);
    }
}
