package org.mediarouter.finesse;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mediarouter.finesse.FinesseFault.Kind;

/**
 * Asks Finesse for a change of an agent's state, and waits for it: an answer of 202 says only that it was understood. It has
 * taken effect when the agent's state says so; it has failed when a notification says so, or nothing comes of it in time.
 */
final class Asking {
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);

    /** During a call Finesse may show nothing of what it has noted for afterwards. */
    private static final Duration SILENT_IN_CALL = Duration.ofMillis(500);

    private final FinesseRest rest;
    private final Credentials agent;
    private final @Nullable AgentSession session;
    private final Duration patience;

    /**
     * For one agent.
     *
     * @param session where refusals are heard; null where another node has it
     */
    Asking(FinesseRest rest, Credentials agent, @Nullable AgentSession session, Duration patience) {
        this.rest = rest;
        this.agent = agent;
        this.session = session;
        this.patience = patience;
    }

    FinesseUser signIn(String extension, FinesseUser now) throws FinesseFault {
        return now.loggedOut()
                ? change(
                        "<state>LOGIN</state><extension>" + Xml.escaped(extension) + "</extension>",
                        user -> !user.loggedOut() && !user.state().equals("LOGIN"))
                : now;
    }

    FinesseUser ready(FinesseUser now) throws FinesseFault {
        signedIn(now);
        return now.ready() ? now : change("<state>READY</state>", FinesseUser::ready);
    }

    FinesseUser notReady(FinesseUser now, @Nullable Integer reason) throws FinesseFault {
        signedIn(now);
        boolean so = now.state().equals("NOT_READY")
                && (reason == null || reason.toString().equals(now.reason()));
        return so
                ? now
                : change(
                        "<state>NOT_READY</state>" + reason(reason),
                        user -> user.inCall()
                                ? !user.ready()
                                : !user.ready()
                                        && (reason == null || reason.toString().equals(user.reason())));
    }

    FinesseUser signOut(FinesseUser now, boolean force, @Nullable Integer reason) throws FinesseFault {
        if (now.loggedOut()) {
            return now;
        }
        if (now.inCall()) {
            throw new FinesseFault(Kind.REFUSED, "the agent is in a call (" + now.state() + ")", null);
        }
        if (!now.state().equals("NOT_READY")) {
            if (!force) {
                throw new FinesseFault(Kind.REFUSED, "from " + now.state() + " NOT_READY comes first", null);
            }
            change("<state>NOT_READY</state>", user -> user.state().equals("NOT_READY"));
        }
        return change("<state>LOGOUT</state>" + reason(reason), FinesseUser::loggedOut);
    }

    private static void signedIn(FinesseUser now) throws FinesseFault {
        if (now.loggedOut()) {
            throw new FinesseFault(Kind.REFUSED, "the agent is not signed in there", null);
        }
    }

    private static String reason(@Nullable Integer code) {
        return code == null ? "" : "<reasonCodeId>" + code + "</reasonCodeId>";
    }

    private FinesseUser change(String members, Predicate<FinesseUser> done) throws FinesseFault {
        String request = rest.put(agent, "<User>" + members + "</User>");
        long began = System.nanoTime();
        Duration wait = FIRST_LOOK;
        while (true) {
            ApiError error = session == null ? null : session.errorOf(request);
            if (error != null) {
                throw new FinesseFault(Kind.REFUSED, "Finesse could not do it: " + error.told(), error);
            }
            FinesseUser user = rest.user(agent);
            Duration passed = Duration.ofNanos(System.nanoTime() - began);
            if (done.test(user) || (user.inCall() && passed.compareTo(SILENT_IN_CALL) > 0)) {
                return user;
            }
            if (passed.compareTo(patience) > 0) {
                throw new FinesseFault(
                        Kind.REFUSED,
                        "nothing has come of it within " + patience.toSeconds() + " s; the agent is " + user.state(),
                        null);
            }
            pause(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : wait.multipliedBy(2);
        }
    }

    private static void pause(Duration wait) throws FinesseFault {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FinesseFault.away("interrupted");
        }
    }
}
