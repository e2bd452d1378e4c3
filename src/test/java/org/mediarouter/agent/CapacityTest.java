package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.agent.AgentStory.CHAT;
import static org.mediarouter.agent.AgentStory.plain;
import static org.mediarouter.message.AgentStateName.ACTIVE;
import static org.mediarouter.message.AgentStateName.BUSY;
import static org.mediarouter.message.AgentStateName.READY;
import static org.mediarouter.message.AgentStateName.RESERVED;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskStateName;

/** Holds: a unit of capacity for each offer, task and conference. */
class CapacityTest {
    @Test
    void offersFillTheCapacityToo() {
        AgentStory agent = AgentStory.readyForChat(2)
                .offered(CHAT, "t-1")
                .offered(CHAT, "t-2")
                .told();
        agent.is(CHAT, RESERVED).offered(CHAT, "t-3").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        agent.passes(CHAT, "t-1", TaskStateName.ACTIVE).told(BUSY);
        agent.releases(CHAT, "t-2").told(ACTIVE).releases(CHAT, "t-1").told(READY);
    }

    @Test
    void holdsATaskOnce() {
        AgentStory agent = AgentStory.readyForChat(2).offered(CHAT, "t-1");
        agent.offered(CHAT, "t-1").refused(ErrorCode.ALREADY_ON_TASK);
        agent.handed(CHAT, "t-1").refused(ErrorCode.ALREADY_ON_TASK);
    }

    @Test
    void whoIsNotLoggedInHoldsNothing() {
        AgentStory.connected().offered(CHAT, "t").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
    }

    @Test
    void whatIsNotHeldNeitherPassesNorIsReleased() {
        AgentStory agent = AgentStory.readyForChat(1);
        AgentRecord before = agent.record();
        agent.passes(CHAT, "t", TaskStateName.ACTIVE).told().releases(CHAT, "t").told();
        agent.passes("fax", "t", TaskStateName.ACTIVE)
                .told()
                .releases("fax", "t")
                .told();
        assertThat(agent.record()).isEqualTo(before);
    }

    @Test
    void lessCapacityTakesNothingAwayAndLetsNothingIn() {
        AgentStory agent = AgentStory.readyForChat(3)
                .handed(CHAT, "t-1")
                .handed(CHAT, "t-2")
                .is(CHAT, ACTIVE);
        agent.does(new AgentOperation.ChangeTerms(CHAT, plain(1))).told(BUSY);
        assertThat(agent.in(CHAT).held()).hasSize(2);
        agent.releases(CHAT, "t-1").told().is(CHAT, BUSY);
        agent.does(new AgentOperation.ChangeTerms(CHAT, plain(2))).told(ACTIVE);
    }

    @Test
    void availableSinceTheLastOfReadyOfferAndEnd() {
        AgentStory agent = AgentStory.readyForChat(2);
        Instant ready = agent.now();
        assertThat(agent.in(CHAT).availableSince()).isEqualTo(ready);
        agent.offered(CHAT, "t-1");
        Instant offered = agent.now();
        assertThat(agent.in(CHAT).availableSince()).isEqualTo(offered);
        agent.passes(CHAT, "t-1", TaskStateName.ACTIVE);
        assertThat(agent.in(CHAT).availableSince()).isEqualTo(offered);
        agent.releases(CHAT, "t-1");
        assertThat(agent.in(CHAT).availableSince()).isEqualTo(agent.now());
    }

    @Test
    void everyOperationIsHandled() {
        AgentRecord agent = AgentStory.readyForChat(1).record();
        assertThat(Arrays.stream(AgentOperation.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(RandomAgentTest.one().stream()
                        .map(operation -> operation.getClass().getSimpleName())
                        .toList());
        for (AgentOperation operation : RandomAgentTest.one()) {
            assertThat(AgentMachine.apply(agent, operation, Instant.EPOCH)).isNotNull();
        }
    }

    @Test
    void aCommandsVersionIsRemembered() {
        AgentStory agent = AgentStory.connected().login(CHAT, plain(1));
        assertThat(agent.in(CHAT).commandVersion()).isZero();
        agent.does(new AgentOperation.ByCommand(new AgentOperation.AskReadiness(CHAT, true, null)));
        assertThat(agent.in(CHAT).commandVersion()).isEqualTo(agent.in(CHAT).version());
        long asked = agent.in(CHAT).version();
        agent.offered(CHAT, "t");
        assertThat(agent.in(CHAT).commandVersion()).isEqualTo(asked);
    }

    /** His answer tells the present state: what routing did before mustn't be told after it. */
    @Test
    void soIsTheVersionThatACommandFoundAsItWished() {
        AgentStory agent = AgentStory.readyForChat(1).offered(CHAT, "t");
        agent.does(new AgentOperation.ByCommand(new AgentOperation.AskReadiness(CHAT, true, null)));
        assertThat(agent.in(CHAT).commandVersion()).isEqualTo(agent.in(CHAT).version());
    }

    @Test
    void aRefusedCommandTellsNoVersion() {
        AgentStory agent = AgentStory.readyForChat(1).offered(CHAT, "t");
        long before = agent.in(CHAT).commandVersion();
        agent.does(new AgentOperation.ByCommand(new AgentOperation.Logout(CHAT, false, null)));
        assertThat(agent.in(CHAT).commandVersion()).isEqualTo(before);
    }
}
