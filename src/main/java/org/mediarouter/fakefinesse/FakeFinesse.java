package org.mediarouter.fakefinesse;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Finesse in this process, with two sides. For example:
 *
 * <pre>{@code
 * try (FakeFinesse finesse = FakeFinesse.start(Options.with(Map.of("1001", "secret")))) {
 *     client.connect(finesse.a().restUrl(), finesse.identity().clientContext());
 *     finesse.call("1001"); // it rings
 *     finesse.talk("1001");
 *     finesse.endCall("1001");
 * }
 * }</pre>
 */
public final class FakeFinesse implements AutoCloseable {
    private final Options options;
    private final Identity identity;
    private final Faults faults = new Faults();
    private final Seen seen = new Seen();
    private final Passwords passwords;
    private final Pusher pusher;
    private final Floor floor;
    private final Side a;
    private final Side b;
    private final @Nullable EventSink outside;
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fake-finesse-timers");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, ScheduledFuture<?>> logouts = new ConcurrentHashMap<>();
    private @Nullable ControlServer control;

    private FakeFinesse(Options options, @Nullable EventSink outside) throws IOException, GeneralSecurityException {
        this.options = options;
        this.outside = outside;
        String domain = options.domain();
        identity = Identity.selfSigned(List.of(domain, "pubsub." + domain, "b." + domain, "pubsub.b." + domain));
        passwords = new Passwords(options.users(), options.clock(), seen);
        pusher = new Pusher(faults, seen, new Everywhere());
        floor = new Floor(options.users().keySet(), options.clock(), options.wrapUp(), pusher);
        RestServer.Shared shared =
                new RestServer.Shared(floor, passwords, faults, seen, pusher, options.reasonRequired());
        a = new Side(options, true, identity.serverContext(), shared, this::presence);
        b = new Side(options, false, identity.serverContext(), shared, this::presence);
    }

    /** With its own XMPP server. */
    public static FakeFinesse start(Options options) throws IOException, GeneralSecurityException {
        return start(options, null);
    }

    /**
     * Whose notifications go to an XMPP server beside it, too; it is closed with the fake. Presence there is not seen.
     *
     * @throws IOException a port is taken
     */
    public static FakeFinesse start(Options options, @Nullable EventSink outside)
            throws IOException, GeneralSecurityException {
        FakeFinesse finesse = new FakeFinesse(options, outside);
        try {
            finesse.a.start();
            finesse.b.start();
            finesse.control = new ControlServer(finesse, options.host(), options.controlPort());
            return finesse;
        } catch (IOException e) {
            finesse.close();
            throw e;
        }
    }

    /** To all sides and to what stands beside them. */
    private final class Everywhere implements EventSink {
        @Override
        public void publish(String node, String notification) {
            for (Side side : List.of(a, b)) {
                XmppServer xmpp = side.xmpp();
                if (xmpp != null) {
                    xmpp.publish(node, notification);
                }
            }
            if (outside != null) {
                outside.publish(node, notification);
            }
        }

        @Override
        public void close() {}
    }

    private synchronized void presence(String agentId, boolean available) {
        ScheduledFuture<?> pending = logouts.remove(agentId);
        if (pending != null) {
            pending.cancel(false);
        }
        if (!available && !timers.isShutdown()) {
            logouts.put(
                    agentId,
                    timers.schedule(
                            () -> forceOut(agentId), options.forcedLogout().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void forceOut(String agentId) {
        boolean there = List.of(a, b).stream().anyMatch(side -> {
            XmppServer xmpp = side.xmpp();
            return xmpp != null && xmpp.available(agentId);
        });
        if (!there && floor.knows(agentId) && floor.state(agentId) != VoiceState.LOGOUT) {
            seen.count("forced-logout:" + agentId);
            floor.force(agentId, VoiceState.LOGOUT, Floor.FORCED);
        }
    }

    public Side a() {
        return a;
    }

    public Side b() {
        return b;
    }

    public Identity identity() {
        return identity;
    }

    public Faults faults() {
        return faults;
    }

    public Seen seen() {
        return seen;
    }

    /** The port of the control interface. */
    public int controlPort() {
        return control == null ? 0 : control.port();
    }

    public VoiceState state(String agentId) {
        return floor.state(agentId);
    }

    /** A call comes and rings: RESERVED. */
    public void call(String agentId) {
        floor.ring(agentId);
    }

    /** The call is answered, or taken from hold: TALKING. */
    public void talk(String agentId) {
        floor.talk(agentId);
    }

    public void hold(String agentId) {
        floor.hold(agentId);
    }

    public void endCall(String agentId) {
        floor.endCall(agentId);
    }

    public void endWrapUp(String agentId) {
        floor.endWrapUp(agentId);
    }

    /** As a supervisor or a failover would: any state from any. */
    public void force(String agentId, VoiceState state, int reason) {
        floor.force(agentId, state, reason);
    }

    public void password(String agentId, String password) {
        passwords.change(agentId, password);
    }

    /** Cuts the agent's streams without a word, on both sides. */
    public void cut(String agentId) {
        streams(xmpp -> xmpp.cut(agentId));
    }

    /** The same, in the middle of a stanza. */
    public void cutInside(String agentId) {
        streams(xmpp -> xmpp.cutInside(agentId));
    }

    /**
     * Tells the agent's subscribers whatever it is, after all that was told before.
     *
     * @param update the notification's text, for example {@code <Update><data><user><state>DANCING</state>...}
     */
    public void say(String agentId, String update) {
        pusher.say("/finesse/api/User/" + agentId, faults.notification(update));
    }

    /** Waits until all that was told so far, and is not delayed, has gone out. */
    public void flush() {
        pusher.flush();
    }

    /** The agent's streams stay open but are dead. */
    public void freeze(String agentId) {
        streams(xmpp -> xmpp.freeze(agentId));
    }

    /** Whether the web application, user {@code finesse}, shows itself as present. */
    public void finesseThere(boolean there) {
        streams(xmpp -> xmpp.finesseThere(there));
    }

    /** How many XMPP sessions the agent has on both sides. */
    public long sessions(String agentId) {
        long[] count = {0};
        streams(xmpp -> count[0] += xmpp.sessions(agentId));
        return count[0];
    }

    private void streams(java.util.function.Consumer<XmppServer> work) {
        for (Side side : List.of(a, b)) {
            XmppServer xmpp = side.xmpp();
            if (xmpp != null) {
                work.accept(xmpp);
            }
        }
    }

    @Override
    public void close() {
        timers.shutdownNow();
        pusher.close();
        a.close();
        b.close();
        if (control != null) {
            control.close();
        }
        if (outside != null) {
            outside.close();
        }
    }
}
