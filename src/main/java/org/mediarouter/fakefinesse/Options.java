package org.mediarouter.fakefinesse;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * How a fake Finesse runs. Port 0 is any free one; side B always has free ones.
 *
 * @param host where it listens
 * @param domain the XMPP domain of side A; side B's is {@code b.} before it
 * @param users passwords by agent id
 * @param forcedLogout how long an agent may be without presence (Finesse: 60 s)
 * @param wrapUp whether a call ends in WORK or WORK_READY
 * @param reasonRequired whether NOT_READY and LOGOUT need a reason code
 * @param clock of the locks after wrong passwords and of stateChangeTime
 */
public record Options(
        String host,
        String domain,
        int restPort,
        int secureXmppPort,
        int clearXmppPort,
        int controlPort,
        Map<String, String> users,
        Duration forcedLogout,
        boolean wrapUp,
        boolean reasonRequired,
        Clock clock) {

    public Options {
        users = Map.copyOf(users);
    }

    /** Loopback, free ports, no wrap-up, Finesse's 60 seconds. */
    public static Options with(Map<String, String> users) {
        return new Options(
                "127.0.0.1",
                "finesse.test",
                0,
                0,
                0,
                0,
                users,
                Duration.ofSeconds(60),
                false,
                false,
                Clock.systemUTC());
    }

    public Options ports(int rest, int secureXmpp, int clearXmpp, int control) {
        return new Options(
                host, domain, rest, secureXmpp, clearXmpp, control, users, forcedLogout, wrapUp, reasonRequired, clock);
    }

    public Options forcedLogout(Duration after) {
        return new Options(
                host,
                domain,
                restPort,
                secureXmppPort,
                clearXmppPort,
                controlPort,
                users,
                after,
                wrapUp,
                reasonRequired,
                clock);
    }

    public Options wrapUp(boolean wanted) {
        return new Options(
                host,
                domain,
                restPort,
                secureXmppPort,
                clearXmppPort,
                controlPort,
                users,
                forcedLogout,
                wanted,
                reasonRequired,
                clock);
    }

    public Options reasonRequired(boolean wanted) {
        return new Options(
                host,
                domain,
                restPort,
                secureXmppPort,
                clearXmppPort,
                controlPort,
                users,
                forcedLogout,
                wrapUp,
                wanted,
                clock);
    }

    public Options clock(Clock wanted) {
        return new Options(
                host,
                domain,
                restPort,
                secureXmppPort,
                clearXmppPort,
                controlPort,
                users,
                forcedLogout,
                wrapUp,
                reasonRequired,
                wanted);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "Options[" + host + ", " + domain + ", agents " + users.keySet() + "]";
    }
}
