package org.mediarouter.finesse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mediarouter.fakefinesse.FakeFinesse;
import org.mediarouter.fakefinesse.Identity;
import org.mediarouter.fakefinesse.Options;

/** A fake Finesse of two sides in this process, over verified TLS, and how a node of ours reaches it. */
final class FakeCentre implements AutoCloseable {
    static final String PASSWORD = "secret";
    static final Secrets SECRETS = Secrets.of(FakeCentre.KEY);
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final FakeFinesse finesse;
    final List<String> agents;
    private final Path trustStore;

    private FakeCentre(FakeFinesse finesse, List<String> agents, Path trustStore) {
        this.finesse = finesse;
        this.agents = agents;
        this.trustStore = trustStore;
    }

    /**
     * With agents from 10001 on, nobody signed in.
     *
     * @param wrapUp whether a call ends in WORK or WORK_READY
     */
    static FakeCentre start(int count, boolean wrapUp) throws IOException, GeneralSecurityException {
        List<String> agents = IntStream.range(10_001, 10_001 + count)
                .mapToObj(String::valueOf)
                .toList();
        Map<String, String> users = new TreeMap<>();
        agents.forEach(agent -> users.put(agent, PASSWORD));
        FakeFinesse finesse = FakeFinesse.start(Options.with(users).wrapUp(wrapUp));
        Path trustStore = Files.createTempFile("finesse", ".p12");
        finesse.identity().writeTrustStore(trustStore);
        return new FakeCentre(finesse, agents, trustStore);
    }

    static String extension(String agentId) {
        return "7" + agentId;
    }

    FinesseSettings settings(Duration poll, Duration ping) {
        return new FinesseSettings(
                List.of(finesse.a().restUrl(), finesse.b().restUrl()),
                List.of(
                        "127.0.0.1:" + finesse.a().secureXmppPort(),
                        "127.0.0.1:" + finesse.b().secureXmppPort()),
                "",
                true,
                trustStore,
                Identity.TRUST_STORE_PASSWORD,
                poll,
                ping,
                PATIENCE);
    }

    /** The same for a node that is a process of its own, poll and pings as they are shipped. */
    List<String> nodeSettings() {
        FinesseSettings reached = settings(Duration.ofSeconds(60), Duration.ofSeconds(10));
        return List.of(
                "mediarouter.finesse.rest=" + String.join(",", reached.rest()),
                "mediarouter.finesse.xmpp=" + String.join(",", reached.xmpp()),
                "mediarouter.finesse.trust-store=" + trustStore.toAbsolutePath(),
                "mediarouter.finesse.trust-store-password=" + reached.trustStorePassword(),
                "mediarouter.secret-key=" + KEY);
    }

    /** How many of the agents Finesse has logged out by force, because their presence was lost. */
    long forcedOut() {
        return agents.stream()
                .mapToLong(agent -> finesse.seen().of("forced-logout", agent))
                .sum();
    }

    @Override
    public void close() throws IOException {
        finesse.close();
        Files.deleteIfExists(trustStore);
    }
}
