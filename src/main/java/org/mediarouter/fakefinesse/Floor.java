package org.mediarouter.fakefinesse;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The agents, shared by both sides, and what changes their states: their own requests, calls, supervisors, and lost
 * presence. Every change is told; what changes nothing is not.
 */
final class Floor {
    /** The reason of a log-out because of lost presence. */
    static final int FORCED = 255;

    private final Map<String, Agent> agents = new TreeMap<>();
    private final Clock clock;
    private final boolean wrapUp;
    private final Notices notices;
    private Instant last = Instant.EPOCH;
    private int dialogs;

    Floor(Iterable<String> ids, Clock clock, boolean wrapUp, Notices notices) {
        ids.forEach(id -> agents.put(id, new Agent(id)));
        this.clock = clock;
        this.wrapUp = wrapUp;
        this.notices = notices;
    }

    synchronized boolean knows(String id) {
        return agents.containsKey(id);
    }

    synchronized Iterable<String> ids() {
        return new TreeMap<>(agents).keySet();
    }

    synchronized VoiceState state(String id) {
        return agent(id).state;
    }

    synchronized String user(String id) {
        return agent(id).xml("User");
    }

    synchronized String dialogs(String id) {
        Agent agent = agent(id);
        return "<Dialogs>" + (agent.dialog == null ? "" : agent.dialogXml(dialogState(agent))) + "</Dialogs>";
    }

    /** A PUT of the agent himself, already acknowledged with 202: what fails is told as apiErrors. */
    synchronized void ask(String id, String wanted, @Nullable String extension, int reason, String requestId) {
        Agent agent = agent(id);
        switch (wanted) {
            case "LOGIN" -> signIn(agent, extension == null ? "" : extension, requestId);
            case "READY" -> ready(agent, requestId);
            case "NOT_READY" -> notReady(agent, reason, requestId);
            default -> signOut(agent, reason, requestId);
        }
    }

    private void signIn(Agent agent, String extension, String requestId) {
        boolean taken = agents.values().stream()
                .anyMatch(other ->
                        other != agent && other.state != VoiceState.LOGOUT && other.extension.equals(extension));
        if (taken || !extension.matches("[0-9]{1,15}")) {
            refuse(agent, 260, "CF_INVALID_LOGON_DEVICE_SPECIFIED", "Invalid Device", requestId);
            return;
        }
        agent.extension = extension;
        if (agent.state == VoiceState.LOGOUT) {
            agent.reason = -1;
            change(agent, VoiceState.NOT_READY, requestId);
        } else {
            tell(agent, requestId);
        }
    }

    private void ready(Agent agent, String requestId) {
        switch (agent.state) {
            case READY -> {}
            case NOT_READY, WORK, WORK_READY -> {
                agent.reason = -1;
                change(agent, VoiceState.READY, requestId);
            }
            case TALKING, HOLD -> await(agent, VoiceState.READY, requestId);
            default -> invalid(agent, requestId);
        }
    }

    private void notReady(Agent agent, int reason, String requestId) {
        switch (agent.state) {
            case NOT_READY, READY, WORK, WORK_READY -> {
                if (agent.state != VoiceState.NOT_READY || agent.reason != reason) {
                    agent.reason = reason;
                    change(agent, VoiceState.NOT_READY, requestId);
                }
            }
            case TALKING, HOLD -> {
                agent.reason = reason;
                await(agent, VoiceState.NOT_READY, requestId);
            }
            default -> invalid(agent, requestId);
        }
    }

    private void signOut(Agent agent, int reason, String requestId) {
        if (agent.state != VoiceState.NOT_READY) {
            invalid(agent, requestId);
            return;
        }
        agent.reason = reason;
        change(agent, VoiceState.LOGOUT, requestId);
        agent.extension = "";
    }

    private void await(Agent agent, VoiceState pending, String requestId) {
        agent.pending = pending;
        tell(agent, requestId);
    }

    /** A call comes and rings. */
    synchronized void ring(String id) {
        Agent agent = signedIn(id);
        if (agent.state.onCall()) {
            throw new IllegalStateException("agent " + id + " has a call already");
        }
        agent.before = agent.state == VoiceState.READY || agent.state == VoiceState.WORK_READY
                ? VoiceState.READY
                : VoiceState.NOT_READY;
        agent.pending = null;
        agent.dialog = String.valueOf(++dialogs);
        change(agent, VoiceState.RESERVED, "");
        dialog(agent, "POST");
    }

    /** The ringing or held call is talked to. */
    synchronized void talk(String id) {
        Agent agent = onCall(id);
        change(agent, VoiceState.TALKING, "");
        dialog(agent, "PUT");
    }

    synchronized void hold(String id) {
        Agent agent = onCall(id);
        change(agent, VoiceState.HOLD, "");
        dialog(agent, "PUT");
    }

    /** The call ends; what comes after is wrap-up, where it is wanted and somebody talked, or the state before. */
    synchronized void endCall(String id) {
        Agent agent = onCall(id);
        dialog(agent, "DELETE");
        agent.dialog = null;
        VoiceState next = agent.pending == null ? agent.before : agent.pending;
        agent.pending = null;
        boolean talked = agent.state != VoiceState.RESERVED;
        if (wrapUp && talked) {
            change(agent, next == VoiceState.READY ? VoiceState.WORK_READY : VoiceState.WORK, "");
        } else {
            change(agent, next, "");
        }
    }

    synchronized void endWrapUp(String id) {
        Agent agent = agent(id);
        switch (agent.state) {
            case WORK -> change(agent, VoiceState.NOT_READY, "");
            case WORK_READY -> change(agent, VoiceState.READY, "");
            default -> throw new IllegalStateException("agent " + id + " is " + agent.state + ", not in wrap-up");
        }
    }

    /** As a supervisor, the network or a failover would: any state from any state. */
    synchronized void force(String id, VoiceState state, int reason) {
        Agent agent = agent(id);
        if (state == agent.state && reason == agent.reason) {
            return;
        }
        if (!state.onCall() && agent.dialog != null) {
            dialog(agent, "DELETE");
            agent.dialog = null;
        }
        agent.pending = null;
        agent.reason = reason;
        change(agent, state, "");
    }

    private void change(Agent agent, VoiceState state, String requestId) {
        agent.state = state;
        // Two changes never have one time: "newer" must mean something.
        Instant now = clock.instant();
        last = now.isAfter(last.plusMillis(1)) ? now : last.plusMillis(1);
        agent.changed = last;
        tell(agent, requestId);
    }

    private void tell(Agent agent, String requestId) {
        notices.tell(agent.uri(), agent.uri(), "PUT", requestId, agent.xml("user"));
    }

    private void dialog(Agent agent, String event) {
        String xml = agent.dialogXml(dialogState(agent));
        String node = agent.uri() + "/Dialogs";
        if (event.equals("PUT")) {
            notices.tell(node, "/finesse/api/Dialog/" + agent.dialog, event, "", xml);
        } else {
            notices.tell(node, node, event, "", "<dialogs>" + xml + "</dialogs>");
        }
    }

    private static String dialogState(Agent agent) {
        return switch (agent.state) {
            case RESERVED -> "ALERTING";
            case HOLD -> "HELD";
            default -> "ACTIVE";
        };
    }

    private void invalid(Agent agent, String requestId) {
        refuse(agent, 22, "CF_INVALID_OBJECT_STATE", "Invalid State", requestId);
    }

    private void refuse(Agent agent, int data, String message, String type, String requestId) {
        notices.tell(
                agent.uri(),
                agent.uri(),
                "PUT",
                requestId,
                "<apiErrors><apiError><errorData>" + data + "</errorData><errorMessage>" + message
                        + "</errorMessage><errorType>" + type + "</errorType></apiError></apiErrors>");
    }

    private Agent onCall(String id) {
        Agent agent = agent(id);
        if (!agent.state.onCall()) {
            throw new IllegalStateException("agent " + id + " is " + agent.state + ", not on a call");
        }
        return agent;
    }

    private Agent signedIn(String id) {
        Agent agent = agent(id);
        if (agent.state == VoiceState.LOGOUT) {
            throw new IllegalStateException("agent " + id + " is not signed in");
        }
        return agent;
    }

    private Agent agent(String id) {
        Agent agent = agents.get(id);
        if (agent == null) {
            throw new IllegalArgumentException("there is no agent " + id);
        }
        return agent;
    }
}
