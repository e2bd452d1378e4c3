package org.mediarouter.agent;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentStateName;

/** The next version of an agent's facts in one MRD, while {@link MrdState} makes it. */
final class MrdDraft {
    private final String mrd;
    private Terms terms;
    private boolean loggedIn;
    private @Nullable Instant unsureUntil;
    private boolean interrupted;
    private boolean ready;
    private @Nullable String reason;
    private final Map<String, Held> held;
    private AgentStateName state;
    private @Nullable String toldReason;
    private Instant since;
    private long version;
    private Instant availableSince;
    private long commandVersion;
    private Instant attendingSince;
    private @Nullable OutsideWork outside;

    MrdDraft(MrdState before) {
        mrd = before.mrd();
        terms = before.terms();
        loggedIn = before.loggedIn();
        unsureUntil = before.unsureUntil();
        interrupted = before.interrupted();
        ready = before.ready();
        reason = before.reason();
        held = new TreeMap<>(before.held());
        state = before.state();
        toldReason = before.toldReason();
        since = before.since();
        version = before.version();
        availableSince = before.availableSince();
        commandVersion = before.commandVersion();
        attendingSince = before.attendingSince();
        outside = before.outside();
    }

    MrdDraft terms(Terms next) {
        terms = next;
        return this;
    }

    MrdDraft loggedIn(boolean now) {
        loggedIn = now;
        return this;
    }

    MrdDraft sure() {
        unsureUntil = null;
        return this;
    }

    MrdDraft unsureUntil(Instant until) {
        unsureUntil = until;
        return this;
    }

    MrdDraft interrupted(boolean now) {
        interrupted = now;
        return this;
    }

    MrdDraft asked(boolean wanted, @Nullable String why) {
        ready = wanted;
        reason = why;
        return this;
    }

    MrdDraft outside(OutsideWork work) {
        outside = work;
        return this;
    }

    MrdDraft hold(String taskId, Held hold) {
        held.put(taskId, hold);
        return this;
    }

    MrdDraft release(Iterable<String> taskIds) {
        taskIds.forEach(held::remove);
        return this;
    }

    MrdDraft availableSince(Instant at) {
        availableSince = at;
        return this;
    }

    /** What is told grows by one version; who becomes READY is available from then on. */
    MrdDraft passTo(AgentStateName next, @Nullable String why, Instant at) {
        if (next == AgentStateName.READY && state != AgentStateName.READY) {
            availableSince = at;
        }
        if (Attendance.in(next) != Attendance.in(state)) {
            attendingSince = at;
        }
        state = next;
        toldReason = why;
        since = at;
        version++;
        return this;
    }

    MrdDraft byCommand() {
        commandVersion = version;
        return this;
    }

    MrdState done() {
        return new MrdState(
                mrd,
                terms,
                loggedIn,
                unsureUntil,
                interrupted,
                ready,
                reason,
                held,
                state,
                toldReason,
                since,
                version,
                availableSince,
                commandVersion,
                attendingSince,
                outside);
    }
}
