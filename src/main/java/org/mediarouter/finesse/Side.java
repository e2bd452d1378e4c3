package org.mediarouter.finesse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of Finesse's two nodes: where it is, and whether it said of late that it is in service. */
final class Side {
    private final FinesseRest rest;
    private final String xmppHost;
    private final int xmppPort;
    private final String configuredDomain;
    private volatile boolean inService;
    private volatile String domain = "";
    private volatile String pubSub = "";
    private volatile @Nullable Instant asked;

    Side(FinesseRest rest, String xmppHost, int xmppPort, String configuredDomain) {
        this.rest = rest;
        this.xmppHost = xmppHost;
        this.xmppPort = xmppPort;
        this.configuredDomain = configuredDomain;
    }

    FinesseRest rest() {
        return rest;
    }

    String xmppHost() {
        return xmppHost;
    }

    int xmppPort() {
        return xmppPort;
    }

    /** The XMPP domain: as configured, else as SystemInfo says, else the host. */
    String domain() {
        return !configuredDomain.isEmpty() ? configuredDomain : domain.isEmpty() ? xmppHost : domain;
    }

    /** The address of the notification service. */
    String pubSub() {
        return pubSub.isEmpty() || !configuredDomain.isEmpty() ? "pubsub." + domain() : pubSub;
    }

    boolean inService() {
        return inService;
    }

    @Nullable
    Instant asked() {
        return asked;
    }

    /** Asks the side itself; who can't answer is not in service. */
    void ask(Instant now) {
        asked = now;
        try {
            Xml info = rest.systemInfo();
            domain = info.textOf("xmppdomain");
            pubSub = info.textOf("xmpppubsubdomain");
            inService = info.textOf("status").equalsIgnoreCase("IN_SERVICE");
        } catch (FinesseFault e) {
            inService = false;
        }
    }

    @Override
    public String toString() {
        return rest.base();
    }
}
