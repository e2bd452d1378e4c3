package org.mediarouter.agent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentResult.Displaced;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateName;

/** An agent to whom things happen, one a second; after each, what must always hold is looked at. */
final class AgentStory {
    static final String CHAT = "chat";
    static final String MAIL = "mail";
    static final String CALL = "call";
    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    static final Duration CONNECTED_FOR = Duration.ofHours(8);
    static final Duration UNKNOWN_FOR = Duration.ofMinutes(10);
    private static final AgentTransitions TABLE = AgentTransitions.explore();

    private AgentRecord record = AgentRecord.unknown("1001");
    private Instant now = START;
    private AgentResult last = new AgentResult(null, List.of(), null, List.of(), List.of());

    static AgentStory connected() {
        return new AgentStory().does(new AgentOperation.Connect(Destination.queue("Client.desk"), Mode.STANDALONE));
    }

    /** Logged in to chat with that capacity and READY there. */
    static AgentStory readyForChat(int capacity) {
        return connected().login(CHAT, plain(capacity)).ready(CHAT);
    }

    static Terms plain(int capacity) {
        return new Terms(capacity, false, false, true, UNKNOWN_FOR);
    }

    static Terms interruptible(int capacity, boolean requeue) {
        return new Terms(capacity, true, requeue, true, UNKNOWN_FOR);
    }

    AgentStory login(String mrd, Terms terms) {
        return does(new AgentOperation.Login(mrd, terms, CONNECTED_FOR));
    }

    AgentStory ready(String mrd) {
        return does(new AgentOperation.AskReadiness(mrd, true, null));
    }

    AgentStory notReady(String mrd, @Nullable String reason) {
        return does(new AgentOperation.AskReadiness(mrd, false, reason));
    }

    AgentStory offered(String mrd, String task) {
        return does(new AgentOperation.Hold(mrd, task, TaskStateName.RESERVED, 1));
    }

    AgentStory handed(String mrd, String task) {
        return does(new AgentOperation.Hold(mrd, task, TaskStateName.ACTIVE, 0));
    }

    AgentStory passes(String mrd, String task, TaskStateName state) {
        return does(new AgentOperation.Pass(mrd, task, state));
    }

    AgentStory releases(String mrd, String... tasks) {
        return does(new AgentOperation.Release(mrd, held(tasks)));
    }

    /** Whatever is held for them up to the first offer. */
    static List<AgentOperation.HeldFor> held(String... tasks) {
        return Stream.of(tasks).map(task -> new AgentOperation.HeldFor(task, 1)).toList();
    }

    /** Gives back what the last operation displaced, as whoever applies operations does. */
    AgentStory givesUpDisplaced() {
        for (Displaced displaced : last.displaced()) {
            releases(displaced.mrd(), displaced.taskId());
        }
        return this;
    }

    AgentStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    AgentStory does(AgentOperation operation) {
        now = now.plusSeconds(1);
        AgentRecord before = record;
        AgentOutcome outcome = AgentMachine.apply(before, operation, now);
        record = outcome.record();
        last = outcome.result();
        check(before, operation);
        return this;
    }

    AgentRecord record() {
        return record;
    }

    AgentResult last() {
        return last;
    }

    Instant now() {
        return now;
    }

    MrdState in(String mrd) {
        return requireNonNull(record.in(mrd));
    }

    AgentStory is(String mrd, AgentStateName state) {
        assertThat(record.stateIn(mrd)).isEqualTo(state);
        return this;
    }

    AgentStory is(String mrd, AgentStateName state, String reason) {
        is(mrd, state);
        assertThat(in(mrd).toldReason()).isEqualTo(reason);
        return this;
    }

    /** What the last operation told, in order. */
    AgentStory told(AgentStateName... states) {
        assertThat(last.changes()).extracting(AgentState::state).containsExactly(states);
        return this;
    }

    AgentStory refused(ErrorCode code) {
        assertThat(last.refusal()).extracting(Refusal::code).isEqualTo(code);
        return this;
    }

    private void check(AgentRecord before, AgentOperation operation) {
        assertThat(last.refusal() == null || record == before)
                .as("a refused %s changes nothing", operation)
                .isTrue();
        Map<String, AgentState> told = new HashMap<>();
        for (AgentState change : last.changes()) {
            AgentState previous = told.containsKey(change.mrd())
                    ? requireNonNull(told.get(change.mrd()))
                    : before.told(change.mrd(), now);
            assertThat(change.version()).isEqualTo(previous.version() + 1);
            assertThat(change.time()).isEqualTo(now);
            // A contact centre's own medium may come from any state to any other: reports get lost when it fails over.
            assertThat(previous.state() == change.state()
                            || TABLE.leads(previous.state(), change.state())
                            || in(change.mrd()).outside() != null)
                    .as("%s -> %s by %s", previous.state(), change.state(), operation)
                    .isTrue();
            told.put(change.mrd(), change);
        }
        record.mrds().values().forEach(state -> check(before, state, told, operation));
        last.stirred().forEach(state -> assertThat(told).doesNotContainKey(state.mrd()));
    }

    private void check(AgentRecord before, MrdState state, Map<String, AgentState> told, AgentOperation operation) {
        AgentState previous = told.getOrDefault(state.mrd(), before.told(state.mrd(), state.since()));
        assertThat(state.told("1001")).as("only what is told changes").isEqualTo(previous);
        assertThat(state.state()).isEqualTo(StateRule.state(state));
        MrdState earlier = before.in(state.mrd());
        Set<String> added = new HashSet<>(state.held().keySet());
        if (earlier != null) {
            added.removeAll(earlier.held().keySet());
        }
        if (!added.isEmpty()) {
            assertThat(operation).isInstanceOf(AgentOperation.Hold.class);
            assertThat(before.mayTakeTask(state.mrd())).isTrue();
            assertThat(state.held()).hasSizeLessThanOrEqualTo(state.terms().capacity());
        }
    }
}
