package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Five hundred agents come at once, while twenty others work. */
@ExtendWith(BlackBox.class)
class SignInStormIT {
    private static final int AGENTS = 500;
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    @Test
    void everybodyIsReadyInOrderAndTheOthersWorkOn(Chat chat, NodeFixture node) throws Exception {
        Inbox events = chat.at("Client.storm");
        try (Shift shift = new Shift(node)) {
            shift.workFor(Duration.ofSeconds(4));
            Histogram quiet = shift.workFor(QUIET);
            long began = System.nanoTime();
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> everybodySignsIn(node));
            Histogram storm = new Histogram(3);
            while (!events.reaches(4 * AGENTS, Duration.ofMillis(1))) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
                storm.add(shift.workFor(Duration.ofSeconds(1)));
            }
            flood.join();
            double seconds = (System.nanoTime() - began) / 1e9;
            Report.write(
                    "sign-in-storm",
                    Map.of(
                            "agents", AGENTS,
                            "seconds", Math.round(seconds * 10) / 10.0,
                            "offersQuiet", quiet.getTotalCount(),
                            "offersInStorm", storm.getTotalCount(),
                            "p50QuietMs", millis(quiet, 50),
                            "p99QuietMs", millis(quiet, 99),
                            "p50StormMs", millis(storm, 50),
                            "p99StormMs", millis(storm, 99)));
        }
        Map<String, List<Told>> byAgent =
                events.all().stream().filter(told -> told.is("AgentState")).collect(Collectors.groupingBy(Told::agent));
        assertThat(byAgent).hasSize(AGENTS);
        assertThat(events.all(told -> told.is("Connected"))).hasSize(AGENTS);
        for (int i : IntStream.range(0, AGENTS).toArray()) {
            assertThat(byAgent.get("storm-" + i).stream().map(Told::state))
                    .as("storm-" + i)
                    .containsExactly("LOGIN", "NOT_READY", "READY");
        }
    }

    /** Nobody waits for an answer. */
    private static void everybodySignsIn(NodeFixture node) {
        try (Flood flood = new Flood(node, "Client.storm", false)) {
            for (int i = 0; i < AGENTS; i++) {
                String id = "storm-" + i;
                flood.send(
                        "Connect",
                        id + "/0",
                        json("AgentId", id, "Password", Premises.PASSWORD, "Destination", "Client.storm"));
                flood.send("Login", id + "/1", json("AgentId", id, "Password", Premises.PASSWORD, "Mrd", "storm"));
                flood.send("AgentState", id + "/2", json("AgentId", id, "Mrd", "storm", "State", "READY"));
            }
        } catch (JMSException e) {
            throw new IllegalStateException("the broker doesn't take the storm", e);
        }
    }

    private static double millis(Histogram micros, double percentile) {
        return Math.round(micros.getValueAtPercentile(percentile) / 10.0) / 100.0;
    }
}
