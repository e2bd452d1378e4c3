package org.mediarouter.agent;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;

/**
 * An agent in one MRD: the facts, and the state that {@link StateRule} makes of them, as last told.
 *
 * @param unsureUntil set while nobody is sure that the agent is there (UNKNOWN); log-out at that time
 * @param interrupted a task in a non-interruptible MRD came first
 * @param ready the readiness asked for
 * @param reason why not ready, or why logged out
 * @param held by task id: offers, accepted tasks, conferences
 * @param since when the state, or its reason, last changed
 * @param version grows with each such change
 * @param commandVersion the last version that a Chat Server's command caused, or found as it wished: the Communication Server has
 *     told it itself
 * @param availableSince the latest of: became READY, was last offered a task, last ended one
 * @param attendingSince since when the {@linkplain Attendance attendance} has been what it is
 * @param outside where the contact centre routes this medium: what it last said; null in MRDs of our own
 */
public record MrdState(
        String mrd,
        Terms terms,
        boolean loggedIn,
        @Nullable Instant unsureUntil,
        boolean interrupted,
        boolean ready,
        @Nullable String reason,
        Map<String, Held> held,
        AgentStateName state,
        @Nullable String toldReason,
        Instant since,
        long version,
        Instant availableSince,
        long commandVersion,
        Instant attendingSince,
        @Nullable OutsideWork outside) {

    public MrdState {
        // A record that was stored before this was kept has none.
        attendingSince = attendingSince == null ? since : attendingSince;
        held = Collections.unmodifiableMap(new TreeMap<>(held));
    }

    /** Never logged in. */
    static MrdState loggedOut(String mrd, Terms terms, Instant at) {
        return new MrdState(
                mrd,
                terms,
                false,
                null,
                false,
                false,
                null,
                Map.of(),
                AgentStateName.LOGOUT,
                null,
                at,
                0,
                at,
                0,
                at,
                null);
    }

    /** Whether the agent does, or did, something here that is more than an offer. */
    public boolean working() {
        return (outside != null && outside.inCall()) || held.values().stream().anyMatch(Held::accepted);
    }

    /** Whether the agent's state and capacity leave room for one more task. */
    public boolean hasRoom() {
        return state.mayTakeTask() && held.size() < terms.capacity();
    }

    /** Logged in, sure, and wants tasks, whether or not there is room now. */
    public boolean wantsTasks() {
        return loggedIn && ready && unsureUntil == null && !interrupted;
    }

    /** As the protocol tells it. */
    public AgentState told(String agentId) {
        return new AgentState(agentId, mrd, state, toldReason, since, version, null);
    }

    MrdState withTerms(Terms next) {
        return draft().terms(next).done();
    }

    MrdState login(Terms next) {
        return draft().terms(next).loggedIn(true).sure().asked(false, null).done();
    }

    MrdState logout(@Nullable String why) {
        return draft().loggedIn(false).sure().asked(false, why).done();
    }

    MrdState asked(boolean wanted, @Nullable String why) {
        return draft().sure().asked(wanted, why).done();
    }

    /** RONA: no longer ready. Who is unsure stays so, who has gone meanwhile stays gone. */
    MrdState missedOffer() {
        return loggedIn ? draft().asked(false, Reason.RONA).done() : this;
    }

    MrdState unsure(Instant until) {
        return draft().unsureUntil(until).done();
    }

    MrdState interrupted(boolean now) {
        return draft().interrupted(now).done();
    }

    MrdState hold(String taskId, Held hold) {
        return draft().hold(taskId, hold).done();
    }

    MrdState release(Iterable<String> taskIds) {
        return draft().release(taskIds).done();
    }

    MrdState availableSince(Instant at) {
        return draft().availableSince(at).done();
    }

    /** The next state and reason, told at that time. */
    MrdState passTo(AgentStateName next, @Nullable String why, Instant at) {
        return draft().passTo(next, why, at).done();
    }

    /** As the contact centre says: it alone decides here. */
    MrdState follow(OutsideState said, Instant now) {
        MrdDraft next = draft().loggedIn(said.loggedIn())
                .asked(said.ready(), said.reason())
                .outside(new OutsideWork(said.call(), said.since()));
        return (said.unsure() ? next.unsureUntil(now.plus(terms.unknownFor())) : next.sure()).done();
    }

    /** The last version is that of a Chat Server's command. */
    MrdState byCommand() {
        return draft().byCommand().done();
    }

    private MrdDraft draft() {
        return new MrdDraft(this);
    }

    /** Tasks, and the contact centre's call. */
    int count() {
        return held.size() + (outside == null || outside.call() == null ? 0 : 1);
    }

    int countIn(TaskStateName taskState) {
        int calls = outside != null && outside.call() == taskState ? 1 : 0;
        return calls
                + (int) held.values().stream()
                        .filter(h -> h.state() == taskState)
                        .count();
    }
}
