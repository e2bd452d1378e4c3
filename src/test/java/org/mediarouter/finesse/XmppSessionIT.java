package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediarouter.fakefinesse.Identity;

/** One agent's session at a real XMPP server. */
class XmppSessionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String AGENT = "1001";

    /** Whoever opened it again before he knows of the conflict would take it back from the node that has the agent now. */
    @Test
    void oneThatAnotherNodeHasTakenIsAliveUntilItIsKnownWhyItEnded() throws Exception {
        CompletableFuture<Boolean> conflict = new CompletableFuture<>();
        CompletableFuture<Void> noted = new CompletableFuture<>();
        try (Peer finesse = Peer.onProsody(List.of(AGENT));
                XmppSession first = open(finesse, whenLost(byConflict -> {
                    conflict.complete(byConflict);
                    noted.join();
                }));
                XmppSession second = open(finesse, whenLost(byConflict -> {}))) {
            assertThat(conflict.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(first.alive()).isTrue();
            noted.complete(null);
            Awaitility.await().until(() -> !first.alive());
            assertThat(second.alive()).isTrue();
        }
    }

    private static XmppSession open(Peer finesse, XmppSession.Listener listener) throws FinesseFault {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Trust.of(finesse.trustStore(), Identity.TRUST_STORE_PASSWORD))
                .build();
        String[] xmpp = finesse.xmpp().split(":", 2);
        Side side = new Side(new FinesseRest(client, finesse.rest(), PATIENCE), xmpp[0], Integer.parseInt(xmpp[1]), "");
        side.ask(Instant.now());
        Credentials agent = new Credentials(AGENT, Peer.PASSWORD);
        return XmppSession.open(side, agent, SocketFactory.getDefault(), PATIENCE, listener);
    }

    private static XmppSession.Listener whenLost(Consumer<Boolean> told) {
        return new XmppSession.Listener() {
            @Override
            public void heard(String payload) {}

            @Override
            public void lost(String why, boolean conflict) {
                told.accept(conflict);
            }

            @Override
            public void finesse(boolean present) {}
        };
    }
}
