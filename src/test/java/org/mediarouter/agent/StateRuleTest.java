package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediarouter.agent.StateRule.Facts;
import org.mediarouter.message.AgentStateName;

/** The rule of states, "Agent", line by line, and the table that follows from it. */
class StateRuleTest {
    @ParameterizedTest(
            name = "[{index}] {8}: logged in {0}, unsure {1}, interrupted {2}, ready {3}, {4} + {5} + {6} of {7}")
    @CsvSource({
        // logged in, unsure, interrupted, ready, offers, wrap-ups, conversations, capacity, state
        "false,false,false,false,0,0,0,1,LOGOUT",
        "false,true,true,true,1,1,1,3,LOGOUT",
        "true,true,false,false,0,0,0,1,UNKNOWN",
        "true,true,true,true,0,1,1,3,UNKNOWN",
        "true,false,true,true,0,0,0,1,INTERRUPTED",
        "true,false,true,false,0,1,1,3,INTERRUPTED",
        "true,false,false,false,0,0,0,1,NOT_READY",
        "true,false,false,true,0,0,0,1,READY",
        "true,false,false,false,1,0,0,1,PENDING_NOT_READY",
        "true,false,false,false,0,1,0,1,PENDING_NOT_READY",
        "true,false,false,false,1,1,1,3,PENDING_NOT_READY",
        "true,false,false,true,1,0,0,1,RESERVED",
        "true,false,false,true,2,0,0,2,RESERVED",
        "true,false,false,true,0,1,0,1,WORK_READY",
        "true,false,false,true,0,2,0,2,WORK_READY",
        "true,false,false,true,1,1,0,2,WORK_READY",
        "true,false,false,true,0,0,1,1,BUSY",
        "true,false,false,true,1,0,1,2,BUSY",
        "true,false,false,true,0,1,1,2,BUSY",
        "true,false,false,true,0,0,1,2,ACTIVE",
        "true,false,false,true,1,1,1,4,ACTIVE",
        "true,false,false,true,0,0,3,2,BUSY",
    })
    void isAFunctionOfTheFacts(
            boolean loggedIn,
            boolean unsure,
            boolean interrupted,
            boolean ready,
            int offers,
            int wrapUps,
            int conversations,
            int capacity,
            AgentStateName state) {
        assertThat(StateRule.state(
                        new Facts(loggedIn, unsure, interrupted, ready, offers, wrapUps, conversations, capacity)))
                .isEqualTo(state);
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "LOGOUT,LOGIN",
        "LOGIN,NOT_READY",
        "NOT_READY,READY LOGOUT",
        "READY,NOT_READY RESERVED ACTIVE BUSY",
        "RESERVED,ACTIVE BUSY READY NOT_READY PENDING_NOT_READY",
        "ACTIVE,READY RESERVED BUSY WORK_READY PENDING_NOT_READY",
        "BUSY,ACTIVE RESERVED READY WORK_READY PENDING_NOT_READY",
        // RESERVED: an offer made before the wrap-up outlasts it
        "WORK_READY,READY ACTIVE BUSY PENDING_NOT_READY RESERVED",
        "PENDING_NOT_READY,NOT_READY RESERVED ACTIVE BUSY WORK_READY",
        "INTERRUPTED,",
        // with tasks that it kept, what it is without the unsureness
        "UNKNOWN,READY NOT_READY LOGOUT ACTIVE BUSY WORK_READY PENDING_NOT_READY INTERRUPTED",
    })
    void leadsToTheStatesOfTheTable(AgentStateName from, String to) {
        assertThat(AgentTransitions.explore().ofItself(from)).isEqualTo(states(to));
    }

    @ParameterizedTest(name = "{0} leads from outside to {1}")
    @CsvSource({
        "LOGOUT,",
        "LOGIN,",
        "NOT_READY,LOGOUT INTERRUPTED UNKNOWN",
        "READY,LOGOUT INTERRUPTED UNKNOWN",
        "PENDING_NOT_READY,LOGOUT INTERRUPTED UNKNOWN",
        "INTERRUPTED,LOGOUT UNKNOWN NOT_READY READY ACTIVE BUSY WORK_READY PENDING_NOT_READY",
        "UNKNOWN,LOGOUT",
    })
    void isOvertakenByInterruptionRestoreAndForce(AgentStateName from, String to) {
        assertThat(AgentTransitions.explore().fromOutside(from)).isEqualTo(states(to));
    }

    @Test
    void everyStateHasAWayOut() {
        AgentTransitions transitions = AgentTransitions.explore();
        for (AgentStateName from : AgentStateName.values()) {
            assertThat(Arrays.stream(AgentStateName.values()).anyMatch(to -> transitions.leads(from, to)))
                    .as(from.name())
                    .isTrue();
        }
    }

    private static Set<AgentStateName> states(@Nullable String names) {
        return names == null
                ? EnumSet.noneOf(AgentStateName.class)
                : Arrays.stream(names.split(" "))
                        .map(AgentStateName::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AgentStateName.class)));
    }
}
