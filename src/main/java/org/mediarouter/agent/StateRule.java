package org.mediarouter.agent;

import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;

/**
 * The one rule that makes an agent's state of the facts (states, "Agent"). The table of transitions in the
 * documentation is printed from it.
 */
public final class StateRule {
    private StateRule() {}

    /**
     * The facts.
     *
     * @param offers tasks offered and not accepted
     * @param wrapUps tasks in wrap-up
     * @param conversations accepted tasks and conferences that are not in wrap-up
     */
    public record Facts(
            boolean loggedIn,
            boolean unsure,
            boolean interrupted,
            boolean ready,
            int offers,
            int wrapUps,
            int conversations,
            int capacity) {}

    public static AgentStateName state(Facts facts) {
        int accepted = facts.wrapUps() + facts.conversations();
        int held = facts.offers() + accepted;
        if (!facts.loggedIn()) {
            return AgentStateName.LOGOUT;
        }
        if (facts.unsure()) {
            return AgentStateName.UNKNOWN;
        }
        if (facts.interrupted()) {
            return AgentStateName.INTERRUPTED;
        }
        if (held == 0) {
            return facts.ready() ? AgentStateName.READY : AgentStateName.NOT_READY;
        }
        if (!facts.ready()) {
            return AgentStateName.PENDING_NOT_READY;
        }
        if (accepted == 0) {
            return AgentStateName.RESERVED;
        }
        if (facts.conversations() == 0) {
            return AgentStateName.WORK_READY;
        }
        return held >= facts.capacity() ? AgentStateName.BUSY : AgentStateName.ACTIVE;
    }

    static AgentStateName state(MrdState mrd) {
        int offers = mrd.countIn(TaskStateName.RESERVED);
        int wrapUps = mrd.countIn(TaskStateName.WRAP_UP);
        return state(new Facts(
                mrd.loggedIn(),
                mrd.unsureUntil() != null,
                mrd.interrupted(),
                mrd.ready(),
                offers,
                wrapUps,
                mrd.count() - offers - wrapUps,
                mrd.terms().capacity()));
    }

    /** The reason that is told with a state. */
    static @Nullable String reason(MrdState mrd, AgentStateName state) {
        return switch (state) {
            case NOT_READY, PENDING_NOT_READY, LOGOUT -> mrd.reason();
            case UNKNOWN -> Reason.RESTORE;
            case LOGIN, READY, RESERVED, ACTIVE, BUSY, WORK_READY, INTERRUPTED -> null;
        };
    }
}
