package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Spread;

/** What the demonstration takes for granted of the shipped configuration. */
class DemoScenariosTest {
    private static JsonNode shipped;
    private static final Map<String, JsonNode> AGENTS = new HashMap<>();
    private static final Set<String> QUEUES = new HashSet<>();

    @BeforeAll
    static void readTheShippedConfiguration() throws Exception {
        shipped = new YAMLMapper().readTree(Path.of("config/routing.yaml").toFile());
        shipped.get("agents").forEach(agent -> AGENTS.put(agent.get("id").asText(), agent));
        shipped.get("queues").forEach(queue -> QUEUES.add(queue.get("id").asText()));
    }

    @Test
    void itsAgentsAreThoseOfTheShippedConfiguration() {
        assertThat(DemoScenarios.agents()).hasSize(50).allSatisfy(agent -> {
            assertThat(AGENTS).containsKey(agent.id());
            assertThat(AGENTS.get(agent.id()).get("mrds").has("chat")).isTrue();
        });
        String hash = AGENTS.get("1001").get("password").asText();
        assertThat(BCrypt.verifyer().verify(DemoScenarios.PASSWORD.toCharArray(), hash).verified)
                .isTrue();
    }

    @Test
    void itsCallAgentsTakeCallsFromTheFirstStepOn() {
        assertThat(DemoScenarios.callAgents()).allSatisfy(agent -> {
            JsonNode configured = AGENTS.get(agent.id());
            assertThat(configured.get("mrds").has("voice")).isTrue();
            assertThat(configured.get("attributes").path("English").asBoolean(true))
                    .isTrue();
        });
    }

    @Test
    void itsQueuesExist() {
        assertThat(DemoScenarios.customers()).allSatisfy(kind -> {
            if (kind.queue() != null) {
                assertThat(QUEUES).contains(kind.queue());
            }
        });
        assertThat(QUEUES).contains(CallMapping.DEFAULT.otherwise());
    }

    @Test
    void aChatRingsShortlyEnoughForAShortDemonstration() {
        JsonNode chat = shipped.get("mediaRoutingDomains").get(0);

        assertThat(chat.get("id").asText()).isEqualTo("chat");
        assertThat(chat.get("acceptWithin").asText()).isEqualTo("10s");
    }

    @Test
    void syntheticHandlingTimesFitTheAgentsAndTheRate() {
        Scenario busy = DemoScenarios.synthetic(20, 1);
        Scenario overrun = DemoScenarios.synthetic(10_000, 1);

        assertThat(((Spread.LogNormal) busy.behaviour().handling()).mean()).isEqualTo(Times.ofSeconds(4.425));
        assertThat(((Spread.LogNormal) overrun.behaviour().handling()).mean()).isEqualTo(Times.ofSeconds(0.5));
    }
}
