package org.mediarouter.agent;

import static org.mediarouter.message.AgentStateName.LOGIN;
import static org.mediarouter.message.AgentStateName.LOGOUT;
import static org.mediarouter.message.AgentStateName.NOT_READY;
import static org.mediarouter.message.AgentStateName.UNKNOWN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mediarouter.agent.StateRule.Facts;
import org.mediarouter.message.AgentStateName;

/**
 * Which state leads to which: found by trying every event on every combination of facts that events can bring about, for
 * agents who may hold up to four tasks.
 */
public final class AgentTransitions {
    private static final int LARGEST_CAPACITY = 4;

    private final Map<AgentStateName, Set<AgentStateName>> ofItself = new EnumMap<>(AgentStateName.class);
    private final Map<AgentStateName, Set<AgentStateName>> fromOutside = new EnumMap<>(AgentStateName.class);

    private AgentTransitions() {}

    /** All transitions that the rule makes. */
    public static AgentTransitions explore() {
        AgentTransitions transitions = new AgentTransitions();
        for (int capacity = 1; capacity <= LARGEST_CAPACITY; capacity++) {
            transitions.explore(capacity);
        }
        transitions.ofItself.put(LOGOUT, EnumSet.of(LOGIN));
        transitions.ofItself.put(LOGIN, EnumSet.of(NOT_READY));
        return transitions;
    }

    /** The states that may follow, of themselves or as asked. */
    public Set<AgentStateName> ofItself(AgentStateName from) {
        return ofItself.getOrDefault(from, EnumSet.noneOf(AgentStateName.class));
    }

    /** The states that may follow by an interruption's begin or end, a restore, or a log-out with force. */
    public Set<AgentStateName> fromOutside(AgentStateName from) {
        return fromOutside.getOrDefault(from, EnumSet.noneOf(AgentStateName.class));
    }

    /** Whether there is any way. */
    public boolean leads(AgentStateName from, AgentStateName to) {
        return ofItself(from).contains(to) || fromOutside(from).contains(to);
    }

    private void explore(int capacity) {
        Set<Facts> seen = new HashSet<>();
        Deque<Facts> open = new ArrayDeque<>();
        open.add(new Facts(true, false, false, false, 0, 0, 0, capacity));
        while (!open.isEmpty()) {
            Facts facts = open.poll();
            if (seen.add(facts)) {
                for (Facts next : own(facts)) {
                    note(ofItself, facts, next);
                    open.add(next);
                }
                for (Facts next : outside(facts)) {
                    note(fromOutside, facts, next);
                    open.add(next);
                }
            }
        }
    }

    private static void note(Map<AgentStateName, Set<AgentStateName>> table, Facts from, Facts to) {
        AgentStateName before = StateRule.state(from);
        AgentStateName after = StateRule.state(to);
        if (before != after && before != LOGOUT) {
            table.computeIfAbsent(before, state -> EnumSet.noneOf(AgentStateName.class))
                    .add(after);
        }
    }

    /** What the agent, his customers, routing and time bring about. */
    private static List<Facts> own(Facts f) {
        List<Facts> next = new ArrayList<>();
        if (!f.loggedIn()) {
            return next;
        }
        AgentStateName state = StateRule.state(f);
        int held = f.offers() + f.wrapUps() + f.conversations();
        next.add(asked(f, true));
        next.add(asked(f, false));
        if (held == 0 && (state == NOT_READY || state == UNKNOWN)) {
            next.add(loggedOut(f));
        }
        if (state.mayTakeTask() && held < f.capacity()) {
            next.add(holding(f, f.offers() + 1, f.wrapUps(), f.conversations()));
            next.add(holding(f, f.offers(), f.wrapUps(), f.conversations() + 1));
        }
        if (f.offers() > 0) {
            next.add(holding(f, f.offers() - 1, f.wrapUps(), f.conversations() + 1));
            next.add(holding(f, f.offers() - 1, f.wrapUps(), f.conversations()));
            next.add(asked(holding(f, 0, f.wrapUps(), f.conversations()), false));
        }
        if (f.conversations() > 0) {
            next.add(holding(f, f.offers(), f.wrapUps(), f.conversations() - 1));
            next.add(holding(f, f.offers(), f.wrapUps() + 1, f.conversations() - 1));
        }
        if (f.wrapUps() > 0) {
            next.add(holding(f, f.offers(), f.wrapUps() - 1, f.conversations()));
            next.add(holding(f, f.offers(), f.wrapUps() - 1, f.conversations() + 1));
        }
        return next;
    }

    /** What comes over the agent: work in another MRD, a Chat Server's restore, force. Offers are withdrawn by each. */
    private static List<Facts> outside(Facts f) {
        List<Facts> next = new ArrayList<>();
        if (f.loggedIn()) {
            Facts without = holding(f, 0, f.wrapUps(), f.conversations());
            next.add(loggedOut(f));
            next.add(
                    new Facts(true, true, f.interrupted(), f.ready(), 0, f.wrapUps(), f.conversations(), f.capacity()));
            next.add(interrupted(without, !f.interrupted()));
            next.add(interrupted(holding(f, 0, f.wrapUps(), 0), true));
        }
        return next;
    }

    private static Facts asked(Facts f, boolean ready) {
        return new Facts(true, false, f.interrupted(), ready, f.offers(), f.wrapUps(), f.conversations(), f.capacity());
    }

    private static Facts holding(Facts f, int offers, int wrapUps, int conversations) {
        return new Facts(
                f.loggedIn(), f.unsure(), f.interrupted(), f.ready(), offers, wrapUps, conversations, f.capacity());
    }

    private static Facts interrupted(Facts f, boolean now) {
        return new Facts(
                f.loggedIn(), f.unsure(), now, f.ready(), f.offers(), f.wrapUps(), f.conversations(), f.capacity());
    }

    private static Facts loggedOut(Facts f) {
        return new Facts(false, false, false, false, 0, 0, 0, f.capacity());
    }
}
