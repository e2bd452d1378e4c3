package org.mediarouter.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentResult.Displaced;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateName;

/** What each operation does to an agent's record: a function of record, operation and time (states, "Agent"). */
public final class AgentMachine {
    private AgentMachine() {}

    public static AgentOutcome apply(AgentRecord record, AgentOperation operation, Instant at) {
        if (operation instanceof AgentOperation.ByCommand command) {
            return byCommand(apply(record, command.operation(), at));
        }
        if (operation instanceof AgentOperation.Connect connect) {
            Connection connection = new Connection(connect.destination(), connect.mode(), at);
            return new AgentOutcome(
                    record.with(connection), new AgentResult(null, List.of(), null, List.of(), List.of()));
        }
        if (operation instanceof AgentOperation.Login login) {
            return login(record, login, at);
        }
        if (operation instanceof AgentOperation.AskReadiness ask) {
            return inMrd(record, ask.mrd(), at, state -> state.asked(ask.ready(), ask.reason()));
        }
        if (operation instanceof AgentOperation.Logout logout) {
            return logout(record, logout, at);
        }
        if (operation instanceof AgentOperation.EndUnsureness end) {
            return endUnsureness(record, end, at);
        }
        if (operation instanceof AgentOperation.Hold hold) {
            return hold(record, hold, at);
        }
        if (operation instanceof AgentOperation.Pass pass) {
            return pass(record, pass, at);
        }
        if (operation instanceof AgentOperation.Release release) {
            return release(record, release.mrd(), release.held(), UnaryOperator.identity(), at);
        }
        if (operation instanceof AgentOperation.Rona rona) {
            return release(record, rona.mrd(), rona.held(), MrdState::missedOffer, at);
        }
        if (operation instanceof AgentOperation.Doubt) {
            return doubt(record, at);
        }
        if (operation instanceof AgentOperation.Follow follow) {
            return follow(record, follow, at);
        }
        if (operation instanceof AgentOperation.ChangeTerms change) {
            return record.in(change.mrd()) == null
                    ? unchanged(record, change.mrd(), at)
                    : change(record, change.mrd(), state -> state.withTerms(change.terms()), at);
        }
        throw new IllegalArgumentException("No such operation: " + operation);
    }

    /** The command's answer tells the state, whether the command has changed it or found it so; a refusal tells none. */
    private static AgentOutcome byCommand(AgentOutcome outcome) {
        AgentRecord record = outcome.record();
        AgentState answer = outcome.result().state();
        List<AgentState> told = new ArrayList<>(outcome.result().changes());
        if (answer != null) {
            told.add(answer);
        }
        for (AgentState state : told) {
            MrdState present = record.in(state.mrd());
            record = present == null ? record : record.with(present.byCommand());
        }
        return new AgentOutcome(record, outcome.result().heardAt(record.whereabouts()));
    }

    private static AgentOutcome login(AgentRecord record, AgentOperation.Login login, Instant at) {
        if (!record.connected(at, login.connectedFor())) {
            return refused(record, ErrorCode.AGENT_NOT_CONNECTED, "The agent has to send Connect first.");
        }
        MrdState before = record.in(login.mrd());
        if (before != null && before.loggedIn()) {
            return unchanged(record, login.mrd(), at);
        }
        MrdState fresh = before == null ? MrdState.loggedOut(login.mrd(), login.terms(), at) : before;
        MrdState passing = fresh.login(login.terms()).passTo(AgentStateName.LOGIN, null, at);
        // Told even where work in another MRD interrupts this one at once: a client waits for just these two.
        MrdState notReady = passing.passTo(AgentStateName.NOT_READY, null, at);
        AgentOutcome settled = settle(record, record.with(notReady), login.mrd(), at);
        List<AgentState> changes = new ArrayList<>();
        changes.add(passing.told(record.id()));
        changes.add(notReady.told(record.id()));
        changes.addAll(settled.result().changes());
        return new AgentOutcome(
                settled.record(),
                new AgentResult(
                        null,
                        changes,
                        settled.result().state(),
                        settled.result().stirred(),
                        settled.result().displaced()));
    }

    private static AgentOutcome logout(AgentRecord record, AgentOperation.Logout logout, Instant at) {
        MrdState state = record.in(logout.mrd());
        if (state == null || !state.loggedIn()) {
            return notLoggedIn(record, logout.mrd());
        }
        boolean leisure = state.held().isEmpty()
                && (state.state() == AgentStateName.NOT_READY || state.state() == AgentStateName.UNKNOWN);
        if (!logout.force() && !leisure) {
            return refused(
                    record,
                    ErrorCode.INVALID_STATE_TRANSITION,
                    "From " + state.state() + " the agent can't log out: NOT_READY without any task comes first.");
        }
        return leave(record, state, s -> s.logout(logout.reason()), at);
    }

    private static AgentOutcome endUnsureness(AgentRecord record, AgentOperation.EndUnsureness end, Instant at) {
        MrdState state = record.in(end.mrd());
        if (state == null || state.unsureUntil() == null || at.isBefore(state.unsureUntil())) {
            return unchanged(record, end.mrd(), at);
        }
        return leave(record, state, s -> s.logout(Reason.AGENT_LOGOUT), at);
    }

    private static AgentOutcome follow(AgentRecord record, AgentOperation.Follow follow, Instant at) {
        MrdState before = record.in(follow.mrd());
        OutsideState said = follow.state();
        if (record.connection() == null || (before == null && !said.loggedIn()) || stale(before, said)) {
            return unchanged(record, follow.mrd(), at);
        }
        if (before != null && before.loggedIn() && !said.loggedIn()) {
            return leave(record, before, state -> state.follow(said, at), at);
        }
        MrdState state = before == null ? MrdState.loggedOut(follow.mrd(), follow.terms(), at) : before;
        return settle(record, record.with(state.withTerms(follow.terms()).follow(said, at)), follow.mrd(), at);
    }

    private static boolean stale(@Nullable MrdState before, OutsideState said) {
        return before != null
                && before.outside() != null
                && !said.read()
                && said.since().isBefore(before.outside().since());
    }

    /** Out of the MRD; what is still held is displaced. The last one out is disconnected. */
    private static AgentOutcome leave(AgentRecord record, MrdState state, UnaryOperator<MrdState> out, Instant at) {
        AgentOutcome left = change(record, state.mrd(), out, at);
        List<Displaced> displaced = new ArrayList<>(left.result().displaced());
        state.held().forEach((task, hold) -> displaced.add(new Displaced(state.mrd(), task, hold, true)));
        AgentRecord next =
                left.record().loggedIn() ? left.record() : left.record().with((Connection) null);
        return new AgentOutcome(
                next,
                new AgentResult(
                        null,
                        left.result().changes(),
                        left.result().state(),
                        left.result().stirred(),
                        displaced));
    }

    private static AgentOutcome hold(AgentRecord record, AgentOperation.Hold hold, Instant at) {
        MrdState state = record.in(hold.mrd());
        if (state != null && state.held().containsKey(hold.taskId())) {
            return refused(record, ErrorCode.ALREADY_ON_TASK, "The agent is on the task already.");
        }
        if (!record.mayTakeTask(hold.mrd())) {
            return new AgentOutcome(
                    record,
                    AgentResult.refused(new Refusal(
                            ErrorCode.RECIPIENT_NOT_AVAILABLE,
                            "The agent can't take a task now.",
                            null,
                            record.stateIn(hold.mrd()))));
        }
        return change(
                record,
                hold.mrd(),
                s -> s.hold(hold.taskId(), new Held(hold.state(), hold.offer())).availableSince(at),
                at);
    }

    private static AgentOutcome pass(AgentRecord record, AgentOperation.Pass pass, Instant at) {
        MrdState state = record.in(pass.mrd());
        Held held = state == null ? null : state.held().get(pass.taskId());
        return held == null
                ? unchanged(record, pass.mrd(), at)
                : change(record, pass.mrd(), s -> s.hold(pass.taskId(), new Held(pass.state(), held.offer())), at);
    }

    private static AgentOutcome release(
            AgentRecord record,
            String mrd,
            List<AgentOperation.HeldFor> held,
            UnaryOperator<MrdState> then,
            Instant at) {
        MrdState state = record.in(mrd);
        if (state == null) {
            return unchanged(record, mrd, at);
        }
        List<String> taskIds = held.stream()
                .filter(one -> {
                    Held now = state.held().get(one.taskId());
                    return now != null && now.offer() <= one.offer();
                })
                .map(AgentOperation.HeldFor::taskId)
                .toList();
        boolean ended = taskIds.stream()
                .map(state.held()::get)
                .anyMatch(hold -> hold != null && hold.state() != TaskStateName.RESERVED);
        return change(
                record,
                mrd,
                s -> {
                    MrdState next = then.apply(s.release(taskIds));
                    return ended ? next.availableSince(at) : next;
                },
                at);
    }

    private static AgentOutcome doubt(AgentRecord record, Instant at) {
        AgentRecord next = record;
        List<Displaced> offers = new ArrayList<>();
        for (MrdState state : record.mrds().values()) {
            // Who takes calls is the contact centre's to know, whatever befalls a Chat Server.
            if (state.loggedIn() && state.outside() == null) {
                next = next.with(state.unsure(at.plus(state.terms().unknownFor())));
                offers.addAll(displaced(state, false));
            }
        }
        AgentOutcome settled = settle(record, next, null, at);
        return new AgentOutcome(
                settled.record(),
                new AgentResult(
                        null, settled.result().changes(), null, settled.result().stirred(), offers));
    }

    private static AgentOutcome inMrd(AgentRecord record, String mrd, Instant at, UnaryOperator<MrdState> change) {
        MrdState state = record.in(mrd);
        return state == null || !state.loggedIn() ? notLoggedIn(record, mrd) : change(record, mrd, change, at);
    }

    private static AgentOutcome change(AgentRecord record, String mrd, UnaryOperator<MrdState> change, Instant at) {
        MrdState state = record.in(mrd);
        return state == null ? unchanged(record, mrd, at) : settle(record, record.with(change.apply(state)), mrd, at);
    }

    /** Applies the rule in every MRD: work in one may interrupt another. */
    private static AgentOutcome settle(AgentRecord before, AgentRecord changed, @Nullable String mrd, Instant at) {
        AgentRecord next = changed;
        List<AgentState> changes = new ArrayList<>();
        List<Displaced> displaced = new ArrayList<>();
        for (MrdState state : changed.mrds().values()) {
            boolean interrupted =
                    state.loggedIn() && state.terms().interruptible() && changed.worksOutside(state.mrd());
            MrdState settled = state.interrupted(interrupted);
            AgentStateName name = StateRule.state(settled);
            @Nullable String reason = StateRule.reason(settled, name);
            if (name != settled.state() || !Objects.equals(reason, settled.toldReason())) {
                settled = settled.passTo(name, reason, at);
                changes.add(settled.told(before.id()));
            }
            if (interrupted && !state.interrupted()) {
                displaced.addAll(displaced(state, state.terms().requeueOnInterrupt()));
            }
            next = next.with(settled);
        }
        AgentState told = mrd == null ? null : next.told(mrd, at);
        return new AgentOutcome(next, new AgentResult(null, changes, told, stirred(before, next, mrd), displaced));
    }

    /** Where work in one MRD has made room, or taken it, in another whose state is as before. */
    private static List<AgentState> stirred(AgentRecord before, AgentRecord after, @Nullable String mrd) {
        return after.mrds().values().stream()
                .filter(state -> !state.mrd().equals(mrd))
                .filter(state -> before.told(state.mrd(), state.since()).version() == state.version())
                .filter(state -> before.mayTakeTask(state.mrd()) != after.mayTakeTask(state.mrd()))
                .map(state -> state.told(after.id()))
                .toList();
    }

    /** The offers of an MRD; with {@code conversations}, the tasks in conversation too. */
    private static List<Displaced> displaced(MrdState state, boolean conversations) {
        return state.held().entrySet().stream()
                .filter(e -> !e.getValue().accepted()
                        || (conversations && e.getValue().state().inConversation()))
                .map(e -> new Displaced(state.mrd(), e.getKey(), e.getValue(), conversations))
                .toList();
    }

    private static AgentOutcome unchanged(AgentRecord record, String mrd, Instant at) {
        return new AgentOutcome(record, new AgentResult(null, List.of(), record.told(mrd, at), List.of(), List.of()));
    }

    private static AgentOutcome notLoggedIn(AgentRecord record, String mrd) {
        return refused(record, ErrorCode.AGENT_NOT_LOGGED_IN, "The agent is not logged in to " + mrd + ".");
    }

    private static AgentOutcome refused(AgentRecord record, ErrorCode code, String message) {
        return new AgentOutcome(record, AgentResult.refused(Refusal.of(code, message)));
    }
}
