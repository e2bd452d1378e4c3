package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Error;
import org.mediarouter.message.GetAgentState;
import org.mediarouter.message.Login;

/** Signing in, being ready, breaks, shifts and going home: the agent's side of rows 1-3. */
final class Readiness {
    private static final String BREAK = "BREAK";
    private static final String OFF_DUTY = "OFF_DUTY";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final AgentProfile profile;
    private final Behaviour behaviour;
    private final RandomGenerator random;
    /** The MRDs that the system grants the agent. */
    private final Set<String> mrds;

    private final Map<String, AgentState> seen = new HashMap<>();
    /** MRDs for which a {@link Intent.BackToWork} is under way. */
    private final Set<String> returning = new HashSet<>();

    private boolean connected;
    private boolean signingIn;
    private boolean onDuty;
    private boolean onBreak;
    private boolean leaving;
    private @Nullable String refusal;

    Readiness(AgentProfile profile, Behaviour behaviour, RandomGenerator random) {
        this.profile = profile;
        this.behaviour = behaviour;
        this.random = random;
        this.mrds = new LinkedHashSet<>(profile.mrds());
        this.onDuty = profile.shifts().isEmpty();
    }

    @Nullable
    AgentState state(String mrd) {
        return seen.get(mrd);
    }

    Set<String> mrds() {
        return mrds;
    }

    /** Whether the agent is logged in to every MRD that grants it. */
    boolean signedIn() {
        return connected && !mrds.isEmpty() && mrds.stream().allMatch(this::loggedIn);
    }

    /** Logged out everywhere, or never in. */
    boolean gone() {
        return !connected || mrds.stream().noneMatch(this::loggedIn);
    }

    /** Why the agent can't work at all; null where that isn't so. */
    @Nullable
    String refusal() {
        return refusal;
    }

    private boolean loggedIn(String mrd) {
        AgentState state = seen.get(mrd);
        return state != null && state.state() != AgentStateName.LOGOUT && state.state() != AgentStateName.LOGIN;
    }

    List<Action> signIn() {
        if (leaving || refusal != null) {
            return List.of();
        }
        signingIn = false;
        return List.of(new Action.Send(new Connect(
                profile.id(),
                profile.password(),
                null,
                Destination.ofAgent(profile.id()).toString())));
    }

    List<Action> onConnected() {
        connected = true;
        List<Action> logins = new ArrayList<>();
        for (String mrd : mrds) {
            logins.add(new Action.Send(new Login(profile.id(), profile.password(), mrd)));
        }
        return logins;
    }

    List<Action> on(AgentState told) {
        AgentState before = seen.get(told.mrd());
        if (before != null && told.version() < before.version()) {
            return List.of();
        }
        seen.put(told.mrd(), told);
        if (!connected || !mrds.contains(told.mrd())) {
            return List.of();
        }
        boolean wasIn = before != null && before.state() != AgentStateName.LOGOUT;
        return switch (told.state()) {
            case LOGIN, READY, RESERVED, ACTIVE, BUSY, WORK_READY, INTERRUPTED -> List.of();
            case PENDING_NOT_READY -> wantsTasks() ? backToWork(told) : List.of();
            case NOT_READY -> leaving ? List.of(ask("LOGOUT", told.mrd(), null)) : backToWork(told);
            case UNKNOWN ->
                leaving
                        ? List.of(ask("LOGOUT", told.mrd(), null))
                        : List.of(
                                wantsTasks() ? ask("READY", told.mrd(), null) : ask("NOT_READY", told.mrd(), OFF_DUTY),
                                new Action.Send(new GetAgentState(profile.id(), told.mrd())));
            case LOGOUT -> wasIn ? signInAgain() : List.of();
        };
    }

    List<Action> on(Intent.BackToWork intent) {
        returning.remove(intent.mrd());
        AgentState state = seen.get(intent.mrd());
        boolean away = state != null
                && (state.state() == AgentStateName.NOT_READY || state.state() == AgentStateName.PENDING_NOT_READY);
        return wantsTasks() && away ? List.of(ask("READY", intent.mrd(), null)) : List.of();
    }

    /** Goes on break, in every MRD, if the agent is at work at all. */
    List<Action> takeBreak() {
        if (!wantsTasks()) {
            return List.of();
        }
        onBreak = true;
        List<Action> actions = askEverywhere("NOT_READY", BREAK);
        actions.add(new Action.Later(behaviour.onBreak().draw(random), new Intent.EndBreak()));
        return actions;
    }

    List<Action> endBreak() {
        onBreak = false;
        return wantsTasks() ? askEverywhere("READY", null) : List.of();
    }

    List<Action> beginShift() {
        onDuty = true;
        return wantsTasks() ? askEverywhere("READY", null) : List.of();
    }

    List<Action> endShift() {
        onDuty = false;
        return leaving ? List.of() : askEverywhere("NOT_READY", OFF_DUTY);
    }

    /** Goes home as soon as nothing is held. */
    List<Action> leave() {
        leaving = true;
        List<Action> actions = new ArrayList<>();
        for (String mrd : mrds) {
            AgentState state = seen.get(mrd);
            if (state != null && state.state() == AgentStateName.NOT_READY) {
                actions.add(ask("LOGOUT", mrd, null));
            } else if (loggedIn(mrd)) {
                actions.add(ask("NOT_READY", mrd, OFF_DUTY));
            }
        }
        return actions;
    }

    List<Action> leaveAtOnce() {
        List<Action> actions = new ArrayList<>();
        for (String mrd : mrds) {
            if (loggedIn(mrd)) {
                actions.add(new Action.Send(new AgentStateRequest(profile.id(), "LOGOUT", mrd, "END_OF_SHIFT", true)));
            }
        }
        return actions;
    }

    List<Action> refused(Connect connect, Error error) {
        return switch (error.code()) {
            case DIRECTORY_UNAVAILABLE, SERVICE_UNAVAILABLE -> signInAgain();
            default -> giveUp("Connect: " + error.code());
        };
    }

    List<Action> refused(Login login, Error error) {
        switch (error.code()) {
            case AGENT_NOT_CONNECTED, DIRECTORY_UNAVAILABLE, SERVICE_UNAVAILABLE -> {
                return signInAgain();
            }
            default -> {
                mrds.remove(login.mrd());
                return mrds.isEmpty() ? giveUp("Login: " + error.code()) : List.of();
            }
        }
    }

    List<Action> refused(AgentStateRequest request, Error error) {
        return switch (error.code()) {
            case AGENT_NOT_LOGGED_IN, AGENT_NOT_FOUND -> leaving ? List.of() : signInAgain();
            // A request to be ready was still on its way.
            case INVALID_STATE_TRANSITION -> leaving ? List.of(ask("NOT_READY", request.mrd(), OFF_DUTY)) : List.of();
            default -> List.of();
        };
    }

    private boolean wantsTasks() {
        return connected && onDuty && !onBreak && !leaving;
    }

    private List<Action> giveUp(String why) {
        refusal = why;
        return List.of();
    }

    private List<Action> signInAgain() {
        if (leaving || signingIn) {
            return List.of();
        }
        signingIn = true;
        return List.of(new Action.Later(AGAIN, new Intent.SignIn()));
    }

    /** At once after signing in; after a while where the system took the agent's readiness away. */
    private List<Action> backToWork(AgentState told) {
        if (!wantsTasks() || !returning.add(told.mrd())) {
            return List.of();
        }
        Duration delay = told.reasonCode() == null
                ? Duration.ZERO
                : behaviour.backAfterRona().draw(random);
        return List.of(new Action.Later(delay, new Intent.BackToWork(told.mrd())));
    }

    private List<Action> askEverywhere(String state, @Nullable String reason) {
        List<Action> actions = new ArrayList<>();
        for (String mrd : mrds) {
            if (loggedIn(mrd)) {
                actions.add(ask(state, mrd, reason));
            }
        }
        return actions;
    }

    private Action ask(String state, String mrd, @Nullable String reason) {
        return new Action.Send(new AgentStateRequest(profile.id(), state, mrd, reason, false));
    }
}
