package org.mediarouter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.message.TaskStateName.ACTIVE;
import static org.mediarouter.message.TaskStateName.CLOSED;
import static org.mediarouter.message.TaskStateName.QUEUED;
import static org.mediarouter.message.TaskStateName.RESERVED;
import static org.mediarouter.message.TaskStateName.WRAP_UP;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.statistics.StatisticsEvent;
import org.mediarouter.routing.statistics.StatisticsEvent.Abandoned;
import org.mediarouter.routing.statistics.StatisticsEvent.Answered;
import org.mediarouter.routing.statistics.StatisticsEvent.Ended;
import org.mediarouter.routing.statistics.StatisticsEvent.Entered;
import org.mediarouter.routing.statistics.StatisticsEvent.Joined;
import org.mediarouter.routing.statistics.StatisticsEvent.Left;
import org.mediarouter.routing.statistics.StatisticsEvent.OfferEnded;
import org.mediarouter.routing.statistics.StatisticsEvent.Offered;
import org.mediarouter.routing.statistics.StatisticsEvent.Transferred;
import org.mediarouter.routing.statistics.StatisticsEvent.Why;
import org.mediarouter.routing.statistics.StatisticsEvent.WrapUpBegun;
import org.mediarouter.task.HistoryEntry;
import org.mediarouter.task.Request;
import org.mediarouter.task.TaskRecord;

/** A task's history, second by second, and what counts in it. */
class TaskEventsTest {

    private final List<HistoryEntry> history = new ArrayList<>();

    @Test
    void ronaRejectionAnswerAfterWorkAndEnd() {
        add(null, QUEUED, null, null, 0, "general");
        add(QUEUED, RESERVED, "ann", null, 1, "general");
        add(RESERVED, QUEUED, "ann", Reason.RONA, 1, "general");
        add(QUEUED, RESERVED, "bob", null, 2, "general");
        add(RESERVED, QUEUED, "bob", Reason.REJECTED, 2, "general");
        add(QUEUED, RESERVED, "cid", null, 3, "general");
        add(RESERVED, ACTIVE, "cid", null, 3, "general");
        add(ACTIVE, WRAP_UP, "cid", null, 0, "general");
        add(WRAP_UP, CLOSED, "cid", Reason.DONE, 0, "general");

        assertThat(events())
                .containsExactly(
                        new Entered(0, "t", "chat", "general", null),
                        new Offered(1000, "t", "ann"),
                        new OfferEnded(2000, "t", "ann", Why.RONA),
                        new Offered(3000, "t", "bob"),
                        new OfferEnded(4000, "t", "bob", Why.REJECTED),
                        new Offered(5000, "t", "cid"),
                        new Answered(6000, "t", "cid"),
                        new WrapUpBegun(7000, "t"),
                        new Ended(8000, "t"));
    }

    @Test
    void conferenceTransferByOfferAndBackIntoAQueue() {
        add(null, QUEUED, null, null, 0, "general");
        add(QUEUED, RESERVED, "ann", null, 1, "general");
        add(RESERVED, ACTIVE, "ann", null, 1, "general");
        add(ACTIVE, ACTIVE, "dan", null, 0, "general");
        add(ACTIVE, ACTIVE, "bob", null, 2, "general");
        add(ACTIVE, ACTIVE, "bob", Reason.TRANSFERRED, 2, "general");
        add(ACTIVE, ACTIVE, "dan", null, 0, "general");
        add(ACTIVE, QUEUED, "bob", Reason.TRANSFERRED, 0, "experts");
        add(QUEUED, CLOSED, null, Reason.CANCELLED, 0, "experts");

        assertThat(events())
                .containsExactly(
                        new Entered(0, "t", "chat", "general", null),
                        new Offered(1000, "t", "ann"),
                        new Answered(2000, "t", "ann"),
                        new Joined(3000, "t", "dan"),
                        new Offered(4000, "t", "bob"),
                        new Transferred(5000, "t", "ann", "bob"),
                        new Left(6000, "t", "dan", null),
                        new Entered(7000, "t", "chat", "experts", "bob"),
                        new Abandoned(8000, "t"));
    }

    @Test
    void anOwnerWhoLogsOutIsFollowedByTheParticipantThenTheQueue() {
        add(null, QUEUED, null, null, 0, "general");
        add(QUEUED, RESERVED, "ann", null, 1, "general");
        add(RESERVED, ACTIVE, "ann", null, 1, "general");
        add(ACTIVE, ACTIVE, "dan", null, 0, "general");
        add(ACTIVE, ACTIVE, "ann", Reason.AGENT_LOGOUT, 0, "general");
        add(ACTIVE, QUEUED, "dan", Reason.AGENT_LOGOUT, 0, "general");

        assertThat(events())
                .endsWith(
                        new Joined(3000, "t", "dan"),
                        new Left(4000, "t", "ann", "dan"),
                        new Left(5000, "t", "dan", null),
                        new Entered(5000, "t", "chat", "general", null));
    }

    @Test
    void whoGivesUpWhileItRingsHasAbandoned() {
        add(null, QUEUED, null, null, 0, "general");
        add(QUEUED, RESERVED, "ann", null, 1, "general");
        add(RESERVED, CLOSED, null, Reason.CANCELLED, 0, "general");

        assertThat(events()).endsWith(new OfferEnded(2000, "t", "ann", Why.WITHDRAWN), new Abandoned(2000, "t"));
    }

    private void add(TaskStateName from, TaskStateName to, String agent, String reason, int offer, String queue) {
        history.add(new HistoryEntry(Instant.ofEpochSecond(history.size()), from, to, agent, reason, offer, queue));
    }

    private List<StatisticsEvent> events() {
        Request request =
                new Request(1, Map.of(), null, null, null, Destination.ofAgent("x"), "c", Duration.ofHours(1));
        Instant start = Instant.EPOCH;
        return TaskEvents.of(new TaskRecord(
                "t", "chat", "general", request, start, start, QUEUED, null, List.of(), null, null, 3, Map.of(), null,
                start, 1, 0, history));
    }
}
