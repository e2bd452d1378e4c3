package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protocol, section 1, "order": one producer who doesn't wait. */
@ExtendWith(BlackBox.class)
class OrderIT {
    private static final int AGENTS = 100;
    private static final int REQUESTS = 200;

    @Test
    void alternatingStatesOfManyAgentsTakeEffectInTheOrderSent(Chat chat, NodeFixture node) throws Exception {
        String queue = "Client.order";
        List<String> agents =
                IntStream.range(0, AGENTS).mapToObj(n -> "order-" + n).toList();
        for (String agent : agents) {
            chat.ask("Connect", "AgentId", agent, "Password", Premises.PASSWORD, "Destination", queue);
            chat.ask("Login", "AgentId", agent, "Password", Premises.PASSWORD, "Mrd", "order");
        }
        Inbox events = chat.at(queue);
        assertThat(events.reaches(2 * AGENTS, Inbox.PATIENCE)).isTrue();
        events.clear();

        long began = System.nanoTime();
        try (Flood flood = new Flood(node, queue, true)) {
            for (int n = 0; n < REQUESTS; n++) {
                for (String agent : agents) {
                    flood.send(
                            "AgentState",
                            agent + "/" + n,
                            json("AgentId", agent, "Mrd", "order", "State", n % 2 == 0 ? "READY" : "NOT_READY"));
                }
            }
        }
        assertThat(events.reaches(AGENTS * REQUESTS, Duration.ofMinutes(5)))
                .as("events that came: %s", events.all().size())
                .isTrue();
        double seconds = (System.nanoTime() - began) / 1e9;
        Report.write("order", Map.of("messagesPerSecond", Math.round(AGENTS * REQUESTS / seconds)));

        Map<String, List<Told>> byAgent = events.all().stream().collect(Collectors.groupingBy(Told::agent));
        List<String> expected = Stream.iterate("READY", s -> s.equals("READY") ? "NOT_READY" : "READY")
                .limit(REQUESTS)
                .toList();
        for (String agent : agents) {
            List<Told> told = byAgent.get(agent);
            assertThat(told.stream().map(Told::state)).as(agent).containsExactlyElementsOf(expected);
            assertThat(told.stream().map(Told::correlation))
                    .as(agent)
                    .containsExactlyElementsOf(IntStream.range(0, REQUESTS)
                            .mapToObj(n -> agent + "/" + n)
                            .toList());
            assertThat(told.stream().map(Told::version)).as(agent).isSorted().doesNotHaveDuplicates();
            Told present = chat.ask("GetAgentState", "AgentId", agent, "Mrd", "order");
            assertThat(present.state()).as(agent).isEqualTo("NOT_READY");
            assertThat(present.version()).isEqualTo(told.get(REQUESTS - 1).version());
        }
    }
}
