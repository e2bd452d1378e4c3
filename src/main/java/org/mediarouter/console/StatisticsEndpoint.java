package org.mediarouter.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AttendanceLog;
import org.mediarouter.engine.TaskEvents;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.statistics.Figures;
import org.mediarouter.routing.statistics.Statistics;
import org.mediarouter.routing.statistics.StatisticsEvent;
import org.mediarouter.routing.statistics.Subject;
import org.mediarouter.task.Archive;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/**
 * {@code GET /statistics?queue=ID} (or {@code agent=}, {@code mrd=}; {@code from=}, {@code to=}): the figures of the last 24
 * hours. They are derived, when asked for, from the records of the open tasks and of those closed, and from the agents'
 * attendance: any node gives the same.
 */
public final class StatisticsEndpoint {
    private static final Duration BACK = AttendanceLog.REACH;

    private final TaskStore tasks;
    private final Archive archive;
    private final AttendanceLog attendance;
    private final Supplier<Configuration> configuration;
    private final Clock clock;

    private StatisticsEndpoint(
            TaskStore tasks,
            Archive archive,
            AttendanceLog attendance,
            Supplier<Configuration> configuration,
            Clock clock) {
        this.tasks = tasks;
        this.archive = archive;
        this.attendance = attendance;
        this.configuration = configuration;
        this.clock = clock;
    }

    public static Endpoint over(
            TaskStore tasks,
            Archive archive,
            AttendanceLog attendance,
            Supplier<Configuration> configuration,
            Clock clock) {
        StatisticsEndpoint statistics = new StatisticsEndpoint(tasks, archive, attendance, configuration, clock);
        return Endpoint.get("/statistics", statistics::answer);
    }

    private Answer answer(Ask ask) {
        @Nullable Subject subject = subject(ask);
        if (subject == null) {
            return Answer.refused(400, "say whose figures: one of queue=ID, agent=ID, mrd=ID");
        }
        Instant now = clock.instant();
        Instant from;
        Instant to;
        try {
            from = time(ask.query("from"), now.minus(BACK));
            to = time(ask.query("to"), now.plusMillis(1));
        } catch (DateTimeException e) {
            return Answer.refused(400, "from and to are times such as 2026-01-31T08:00:00Z");
        }
        if (!from.isBefore(to)) {
            return Answer.refused(400, "from must be before to");
        }
        Statistics statistics = new Statistics(Statistics.QUARTER_HOUR, this::threshold);
        events().forEach(statistics::on);
        long end = now.toEpochMilli();
        return Answer.of(Map.of(
                "total", Told.of(statistics.between(subject, from.toEpochMilli(), to.toEpochMilli(), end)),
                "intervals",
                        statistics.intervals(subject, from.toEpochMilli(), to.toEpochMilli(), end).stream()
                                .map(Told::of)
                                .toList()));
    }

    /** Figures with those that follow from them, for who doesn't want to divide. */
    private record Told(@JsonUnwrapped Figures figures, double occupancy, double abandonment) {
        private static Told of(Figures figures) {
            return new Told(figures, figures.occupancy(), figures.abandonment());
        }
    }

    private static @Nullable Subject subject(Ask ask) {
        @Nullable String queue = ask.query("queue");
        @Nullable String agent = ask.query("agent");
        @Nullable String mrd = ask.query("mrd");
        if (queue != null) {
            return Subject.queue(queue);
        }
        return agent != null ? Subject.agent(agent) : mrd == null ? null : Subject.mrd(mrd);
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        return text == null ? otherwise : Instant.parse(text);
    }

    private @Nullable Duration threshold(String id) {
        @Nullable PrecisionQueue queue = configuration.get().queue(id);
        return queue == null || queue.serviceLevel() == null
                ? null
                : queue.serviceLevel().threshold();
    }

    private List<StatisticsEvent> events() {
        Instant start = clock.instant().minus(BACK);
        Set<String> seen = new HashSet<>();
        List<TaskRecord> records = new ArrayList<>(archive.endedSince(start));
        records.forEach(record -> seen.add(record.id()));
        for (Mrd mrd : configuration.get().mrds().values()) {
            tasks.open(mrd.id()).stream().filter(one -> seen.add(one.id())).forEach(records::add);
        }
        records.sort(Comparator.comparing(TaskRecord::id));
        List<StatisticsEvent> events = new ArrayList<>();
        records.forEach(record -> events.addAll(TaskEvents.of(record)));
        attendance.since(start).forEach(change -> events.add(event(change, start)));
        events.sort(Comparator.comparingLong(StatisticsEvent::time));
        return events;
    }

    private static StatisticsEvent event(AttendanceLog.Change change, Instant start) {
        long at = Math.max(change.at().toEpochMilli(), start.toEpochMilli());
        return switch (change.attendance()) {
            case LOGGED_OUT -> new StatisticsEvent.LoggedOut(at, change.agentId(), change.mrd());
            case NOT_READY -> new StatisticsEvent.NotReady(at, change.agentId(), change.mrd());
            case READY -> new StatisticsEvent.Ready(at, change.agentId(), change.mrd());
        };
    }
}
