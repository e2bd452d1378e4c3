package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.arrivals.Spread;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.chaos.site.Wire;

/** The Chat Server over a real broker against a small router. */
class DemoIT {
    private static final Odds OFTEN = new Odds(10, 15, 8, 9, 11, 7, 3, 20);

    private BrokerFixture broker;
    private FakeRouter router;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void startBrokerAndRouter() throws Exception {
        broker = BrokerFixture.start();
        router = new FakeRouter(broker.core(BrokerFixture.ROUTER), 1000);
    }

    @AfterEach
    void stopThem() throws Exception {
        router.close();
        broker.close();
    }

    @Test
    void everythingHappensAndEveryTaskEndsOnce() throws Exception {
        Summary summary = demo(scenario(10, 30)).run(Duration.ofSeconds(6));

        assertThat(summary.findings()).isEmpty();
        assertThat(summary.passed()).isTrue();
        Counts counts = summary.counts();
        assertThat(List.of(
                        counts.rona,
                        counts.rejections,
                        counts.pauses,
                        counts.transfers,
                        counts.requeues,
                        counts.conferences,
                        counts.abandoned,
                        counts.wrapUps))
                .allSatisfy(count -> assertThat(count).isPositive());
        assertThat(counts.verified).isEqualTo(counts.asked).isGreaterThan(100);
        assertThat(summary.untilSelected().count()).isPositive();
        assertThat(text()).contains("10 agents sign in", "Every task ended in exactly one final state.");
        assertThat(summary.json()).contains("\"passed\" : true", "\"rona\"").doesNotContain("secret");
    }

    @Test
    void aLostConnectionLosesNothing() throws Exception {
        try (Wire wire = Wire.to(broker.broker().port())) {
            Demo demo = demo("tcp://127.0.0.1:" + wire.port(), scenario(10, 20));
            CompletableFuture<Summary> run = CompletableFuture.supplyAsync(() -> play(demo));
            await().atMost(Duration.ofSeconds(60)).until(() -> text().contains("ended"));
            wire.cut();
            wire.mend();
            String before = text();
            await().atMost(Duration.ofSeconds(60)).until(() -> text().length() > before.length() + 100);
            wire.cut();
            wire.mend();
            demo.stop();

            assertThat(run.get().findings()).isEmpty();
        }
    }

    @Test
    void aReplayShowsItsHoursBesideTheData() throws Exception {
        List<Call> morning = CallFile.shipped().stream()
                .filter(call -> call.arrival() < 8 * 3600 + 900)
                .toList();
        Replay replay = new Replay(morning, 150).from(8);
        List<AgentProfile> agents =
                AgentProfile.numbered(1001, replay.agentsNeeded(), DemoScenarios.PASSWORD, List.of("chat"));

        Summary summary = demo(DemoScenarios.replay(agents, replay, CallMapping.DEFAULT, 1))
                .run(null);

        assertThat(summary.findings()).isEmpty();
        long came = morning.stream().filter(call -> call.arrival() >= 8 * 3600).count();
        assertThat(summary.counts().asked).isEqualTo(came);
        assertThat(summary.hours()).hasSize(1);
        assertThat(summary.hours().get(0).arrived()).isEqualTo((int) came);
        assertThat(text()).contains("left before an answer");
    }

    private static Summary play(Demo demo) {
        try {
            return demo.run(null);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private Demo demo(Scenario scenario) throws Exception {
        return demo(broker.tcp(), scenario);
    }

    private Demo demo(String url, Scenario scenario) throws Exception {
        BrokerAccess access = new BrokerAccess(url, BrokerAccess.USER, BrokerFixture.CHAT);
        return new Demo(access, scenario, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Scenario scenario(int agents, double perSecond) {
        long seed = 42;
        List<CustomerKind> kinds = List.of(new CustomerKind(1, "chat", "general", 1, Map.of()));
        Spread quick = new Spread.LogNormal(Duration.ofMillis(100), 0.5);
        return new Scenario(
                "test",
                AgentProfile.numbered(1001, agents, DemoScenarios.PASSWORD, List.of("chat")),
                () -> new Arrivals.Poisson(
                        perSecond,
                        kinds,
                        new Spread.Exponential(Duration.ofSeconds(5)),
                        12,
                        new SplittableRandom(seed)),
                new Behaviour(
                        OFTEN,
                        new Spread.Fixed(Duration.ofMillis(60)),
                        new Spread.LogNormal(Duration.ofMillis(200), 0.8),
                        quick,
                        quick,
                        quick,
                        new Spread.Fixed(Duration.ofMillis(300)),
                        new Spread.Fixed(Duration.ofMillis(200))),
                seed,
                1,
                null);
    }
}
