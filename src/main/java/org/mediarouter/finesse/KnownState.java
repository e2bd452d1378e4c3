package org.mediarouter.finesse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.OutsideState;

/**
 * What is known of an agent's state at Finesse, and has been reported.
 *
 * <p>A state is read after each connect and now and then; what is heard while that goes on is set aside and, if it is newer
 * than what was read, comes after it ("buffer, read, replay"). So notifications may be lost, doubled, or out of order.
 */
final class KnownState {
    /** Of so many readings that bring nothing new, one is reported all the same. */
    private static final int REPORTED_ANYWAY = 10;

    private final String agentId;
    private final Tools tools;
    private final List<FinesseUser> heardMeanwhile = new ArrayList<>();
    private boolean reading;
    private @Nullable OutsideState reported;
    private int sameReadings;
    private volatile boolean silent;
    private volatile boolean doubted;

    KnownState(String agentId, Tools tools) {
        this.agentId = agentId;
        this.tools = tools;
    }

    /** The state may have changed without a word: it is to be read soon. */
    void doubt() {
        doubted = true;
    }

    boolean doubted() {
        return doubted;
    }

    synchronized void readingBegins() {
        reading = true;
        doubted = false;
    }

    /** @param user as it was read; null where it could not be */
    synchronized void readingEnds(@Nullable FinesseUser user) {
        reading = false;
        if (user != null) {
            read(user.report(true));
        }
        Instant since = user == null ? null : user.stateChangeTime();
        for (FinesseUser heard : heardMeanwhile) {
            if (since == null
                    || heard.stateChangeTime() == null
                    || heard.stateChangeTime().isAfter(since)) {
                report(heard.report(false));
            }
        }
        heardMeanwhile.clear();
    }

    private void read(OutsideState state) {
        if (reported == null || !reported.says(state)) {
            if (reported != null) {
                tools.counts().repaired.increment();
            }
            report(state);
        } else if (++sameReadings >= REPORTED_ANYWAY) {
            report(state);
        }
    }

    /** The agent's state, as a command that was carried out found it. */
    synchronized void learn(FinesseUser user) {
        if (reading) {
            // The reading may be older than the command.
            heardMeanwhile.add(user);
        }
        OutsideState found = user.outcome();
        if (reported != null && !found.read() && found.since().isBefore(reported.since())) {
            // Something later has been heard, or by another clock: what is so now is read.
            doubt();
            return;
        }
        // The command tells it itself; what is heard of it is the same once more.
        reported = found.asRead();
        // A report from before may be dealt with after the command; the next reading is reported whatever it says.
        sameReadings = REPORTED_ANYWAY - 1;
    }

    /** A notification. */
    synchronized void heard(FinesseUser user) {
        if (reading) {
            heardMeanwhile.add(user);
            return;
        }
        OutsideState state = user.report(false);
        OutsideState last = reported;
        if (last != null && (last.says(state) || state.since().isBefore(last.since()))) {
            return;
        }
        if (last != null && last.loggedIn() && !state.loggedIn()) {
            // He is not to be signed in again, whoever has his seat: see Sessions.
            doubt();
        }
        if (last != null && state.since().equals(last.since())) {
            // Two of the same time: only Finesse knows which is the later.
            doubt();
        }
        report(state);
    }

    /** Whether Finesse has said that the agent is signed out. */
    synchronized boolean out() {
        return reported != null && !reported.loggedIn();
    }

    /** Nobody knows it any more. */
    synchronized void lost() {
        report(OutsideState.unknown(tools.clock().instant()));
    }

    /** Reports nothing from now on. */
    void silence() {
        silent = true;
    }

    private void report(OutsideState state) {
        if (!silent) {
            reported = state.asRead();
            sameReadings = 0;
            tools.reports().report(agentId, state);
        }
    }
}
