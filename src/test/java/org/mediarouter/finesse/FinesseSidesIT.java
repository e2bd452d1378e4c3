package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.ContactCentre.Wish;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.fakefinesse.FakeFinesse;
import org.mediarouter.fakefinesse.Identity;
import org.mediarouter.fakefinesse.Options;
import org.mediarouter.fakefinesse.VoiceState;

/** A Finesse of two sides, over verified TLS, that loses, doubles and swaps what it says. */
class FinesseSidesIT {
    private static final int AGENTS = Integer.getInteger("agents", 20);
    private static final int CHANGES = Integer.getInteger("changes", 300);
    private static final String PASSWORD = "secret";

    @TempDir
    private Path home;

    private final Map<String, OutsideState> reported = new ConcurrentHashMap<>();
    private final Map<String, String> users = new TreeMap<>();
    private FakeFinesse finesse;
    private FinesseCentre centre;

    @BeforeEach
    void start() throws Exception {
        for (int i = 0; i < AGENTS; i++) {
            users.put(String.valueOf(2001 + i), PASSWORD);
        }
        finesse = FakeFinesse.start(Options.with(users));
        Path trust = home.resolve("trust.p12");
        finesse.identity().writeTrustStore(trust);
        assertThat(Files.exists(trust)).isTrue();
        FinesseSettings settings = new FinesseSettings(
                List.of(finesse.a().restUrl(), finesse.b().restUrl()),
                List.of(
                        "127.0.0.1:" + finesse.a().secureXmppPort(),
                        "127.0.0.1:" + finesse.b().secureXmppPort()),
                "",
                true,
                trust,
                Identity.TRUST_STORE_PASSWORD,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
        centre = FinesseCentre.open(
                settings,
                MemorySeats.first(),
                Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
                this::report,
                id -> true,
                Clock.systemUTC());
    }

    /** As the agents' records do it: what came by itself and is older than what is known changes nothing. */
    private void report(String agent, OutsideState state) {
        reported.merge(
                agent, state, (known, next) -> !next.read() && next.since().isBefore(known.since()) ? known : next);
    }

    @AfterEach
    void stop() {
        centre.close();
        finesse.close();
    }

    private void connectAll() {
        users.keySet().forEach(agent -> {
            AgentDirectory.Answer answer = centre.connect(agent, PASSWORD, "1" + agent);
            assertThat(answer).as(agent).isInstanceOf(AgentDirectory.Answer.Welcome.class);
            report(agent, ((AgentDirectory.Answer.Welcome) answer).outside());
            centre.ask(agent, new Wish.Ready());
        });
    }

    private long disagreements() {
        return users.keySet().stream()
                .filter(agent -> reported.get(agent) == null
                        || finesse.state(agent)
                                == VoiceState.LOGOUT
                                == reported.get(agent).loggedIn()
                        || finesse.state(agent)
                                == VoiceState.READY
                                != (reported.get(agent).ready()
                                        && reported.get(agent).call() == null))
                .count();
    }

    @Test
    void whenSideAStopsTheAgentsGoToSideB() {
        connectAll();
        long began = System.nanoTime();
        finesse.a().close();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> users.keySet().stream().allMatch(agent -> finesse.sessions(agent) > 0)
                        && centre.live() == AGENTS);
        System.out.println(
                AGENTS + " agents on side B after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
        assertThat(users.keySet()).noneMatch(agent -> finesse.state(agent) == VoiceState.LOGOUT);
    }

    @Test
    void afterLossesDoublesAndDisorderNothingIsDifferent() {
        connectAll();
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("FinesseSidesIT: -Dseed=" + seed);
        Random random = new Random(seed);
        finesse.faults().chance(0.2, 0.2, 0.2, seed);
        List<String> all = List.copyOf(users.keySet());
        List<VoiceState> states = List.of(VoiceState.READY, VoiceState.NOT_READY, VoiceState.TALKING);
        for (int i = 0; i < CHANGES; i++) {
            String agent = all.get(random.nextInt(all.size()));
            if (random.nextInt(20) == 0) {
                finesse.cut(agent);
            } else {
                finesse.force(agent, states.get(random.nextInt(states.size())), -1);
            }
        }
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> disagreements() == 0);
        System.out.println(
                CHANGES + " changes, sessions lost " + centre.counts().lost() + ", states repaired by reading "
                        + centre.counts().repaired() + ", disagreements " + disagreements());
    }
}
