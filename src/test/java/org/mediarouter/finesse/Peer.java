package org.mediarouter.finesse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.fakefinesse.FakeFinesse;
import org.mediarouter.fakefinesse.Identity;
import org.mediarouter.fakefinesse.Options;
import org.mediarouter.fakefinesse.RestFault;
import org.mediarouter.fakefinesse.VoiceState;

/**
 * The Finesse of a suite: REST, with TLS, and the rules of the voice medium are those of {@link FakeFinesse}; notifications go
 * by its own XMPP server, or, as Finesse's topology has it, by a server of their own, which is Prosody.
 */
final class Peer implements AutoCloseable {
    static final String PASSWORD = "fin-secret-4711";

    private final FakeFinesse finesse;
    private final @Nullable Prosody prosody;
    private final Path trustStore = Files.createTempFile("finesse", ".p12");

    private Peer(List<String> agents, @Nullable Prosody prosody) throws Exception {
        this.prosody = prosody;
        Map<String, String> users = agents.stream().collect(Collectors.toMap(Function.identity(), agent -> PASSWORD));
        finesse = FakeFinesse.start(Options.with(users), prosody);
        Files.delete(trustStore);
        finesse.identity().writeTrustStore(trustStore);
    }

    static Peer inProcess(List<String> agents) throws Exception {
        return new Peer(agents, null);
    }

    static Peer onProsody(List<String> agents) throws Exception {
        return new Peer(agents, new Prosody(agents, PASSWORD));
    }

    String rest() {
        return finesse.a().restUrl();
    }

    String xmpp() {
        return "127.0.0.1:" + (prosody == null ? finesse.a().clearXmppPort() : prosody.port());
    }

    Path trustStore() {
        return trustStore;
    }

    /** Side A alone; XMPP in clear, since Prosody has no certificate. */
    FinesseSettings settings(Duration poll, Duration ping, Duration patience) {
        return new FinesseSettings(
                List.of(rest()),
                List.of(xmpp()),
                "",
                false,
                trustStore,
                Identity.TRUST_STORE_PASSWORD,
                poll,
                ping,
                patience);
    }

    /** The notification service dies without a word. */
    void killNotifications() throws InterruptedException {
        if (prosody == null) {
            finesse.a().stopNotifications();
        } else {
            prosody.kill();
        }
    }

    void startNotifications() throws Exception {
        if (prosody == null) {
            finesse.a().startNotifications();
        } else {
            prosody.start();
        }
    }

    /** Nothing is told from now on, or all is told again; of what has changed before, it was told. */
    void silent(boolean on) {
        finesse.flush();
        finesse.faults().chance(on ? 1 : 0, 0, 0, 1);
    }

    void inService(boolean on) {
        finesse.a().inService(on);
    }

    void restAnswers(RestFault fault) {
        finesse.faults().rest(fault);
    }

    /** As a supervisor, or the telephone system, would; it is told before this returns. */
    void change(String agent, VoiceState state) {
        finesse.force(agent, state, -1);
        finesse.flush();
    }

    void password(String agent, String password) {
        finesse.password(agent, password);
    }

    void say(String agent, String update) {
        finesse.say(agent, update);
    }

    void cutInside(String agent) {
        finesse.cutInside(agent);
    }

    /** How many the agent has with its own notification service. */
    long sessions(String agent) {
        return finesse.sessions(agent);
    }

    VoiceState state(String agent) {
        return finesse.state(agent);
    }

    long wrongPasswords(String agent) {
        return finesse.seen().of("wrong-password", agent);
    }

    long signIns(String agent) {
        return finesse.seen().of("put-LOGIN", agent);
    }

    @Override
    public void close() throws IOException {
        finesse.close();
        Files.delete(trustStore);
    }
}
