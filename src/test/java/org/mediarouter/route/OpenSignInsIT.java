package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.SignInLine.Detour;
import org.mediarouter.broker.BrokerFixture;

/** All nodes have stopped while agents signed in: who begins anew finds them in the queue. */
class OpenSignInsIT {
    @Test
    void theQueueTellsWhoseSignInIsOpen() throws Exception {
        try (BrokerFixture broker = BrokerFixture.start();
                Client router = new Client(broker.core(BrokerFixture.ROUTER))) {
            // given
            JMSContext context = router.context();
            waiting(context, "Connect", "{\"AgentId\":\"1\",\"Password\":\"p\"}", "o1", "1", "");
            waiting(context, "Login", "{\"AgentId\":\"1\",\"Password\":\"p\",\"Mrd\":\"chat\"}", "o2", "1", "");
            waiting(
                    context,
                    "Transfer",
                    "{\"TaskId\":\"t\",\"OwnerAgentId\":\"2\",\"RecipientAgentId\":\"1\"}",
                    "o3",
                    "2",
                    "o1,o2");
            TextMessage done = context.createTextMessage("{\"Operation\":\"o0\",\"Names\":[\"1\"]}");
            done.setJMSType("SignInDone");
            done.setStringProperty(Names.GROUP, "1");
            context.createProducer().send(context.createQueue("SignIn"), done);
            RememberedLine line = new RememberedLine();
            // when
            new OpenSignIns(broker.connection(), line, Patience.ordinary(new Outages(Clock.systemUTC()))).enter();
            // then
            assertThat(line.follow("o1", List.of("1"), true)).isEqualTo(new Detour("1", Set.of()));
            assertThat(line.follow("o3", List.of("2"), false)).isEqualTo(new Detour("2", Set.of("o1", "o2")));
            assertThat(line.follow("later", List.of("task:t"), false)).isEqualTo(new Detour("2", Set.of()));
            assertThat(line.follow("stranger", List.of("3"), false)).isNull();
        }
    }

    private static void waiting(
            JMSContext context, String type, String body, String operation, String group, String after)
            throws Exception {
        TextMessage message = context.createTextMessage(body);
        message.setJMSType(type);
        message.setStringProperty(Names.OPERATION, operation);
        message.setStringProperty(Names.GROUP, group);
        message.setStringProperty(Names.AFTER, after);
        context.createProducer().send(context.createQueue("SignIn"), message);
    }
}
