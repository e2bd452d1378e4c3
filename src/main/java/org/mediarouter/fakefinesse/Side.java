package org.mediarouter.fakefinesse;

import java.io.IOException;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One of the two nodes of a Finesse: its own addresses, the agents' states in common. It can be stopped and started. */
public final class Side implements AutoCloseable {
    private final Options options;
    private final boolean first;
    private final SSLContext tls;
    private final RestServer.Shared shared;
    private final BiConsumer<String, Boolean> presence;
    private final PubSub pubsub;
    private int restPort;
    private int securePort;
    private int clearPort;
    private volatile boolean inService = true;
    private volatile @Nullable RestServer rest;
    private volatile @Nullable XmppServer xmpp;

    Side(
            Options options,
            boolean first,
            SSLContext tls,
            RestServer.Shared shared,
            BiConsumer<String, Boolean> presence) {
        this.options = options;
        this.first = first;
        this.tls = tls;
        this.shared = shared;
        this.presence = presence;
        this.pubsub = new PubSub(domain(), shared.floor().ids());
        restPort = first ? options.restPort() : 0;
        securePort = first ? options.secureXmppPort() : 0;
        clearPort = first ? options.clearXmppPort() : 0;
    }

    /** Listens, on the same ports as before where it has been stopped. */
    public synchronized void start() throws IOException {
        startNotifications();
        if (rest == null) {
            RestServer answering = new RestServer(options.host(), restPort, tls, this, shared);
            rest = answering;
            restPort = answering.port();
        }
    }

    /** The notification service alone, on the same ports as before where it has been stopped. */
    public synchronized void startNotifications() throws IOException {
        if (xmpp == null) {
            XmppServer started = new XmppServer(
                    domain(),
                    pubsub,
                    shared.passwords(),
                    shared.seen(),
                    presence,
                    options.host(),
                    securePort,
                    clearPort,
                    tls.getServerSocketFactory());
            xmpp = started;
            securePort = started.securePort();
            clearPort = started.clearPort();
        }
    }

    /** The notification service dies, and REST goes on. */
    public synchronized void stopNotifications() {
        XmppServer streaming = xmpp;
        xmpp = null;
        if (streaming != null) {
            streaming.close();
        }
    }

    /** The node dies: ports closed, streams cut. */
    @Override
    public synchronized void close() {
        RestServer answering = rest;
        rest = null;
        if (answering != null) {
            answering.close();
        }
        stopNotifications();
    }

    /** For example {@code https://127.0.0.1:8445/finesse/api}. */
    public String restUrl() {
        return "https://" + options.host() + ":" + restPort + "/finesse/api";
    }

    public int restPort() {
        return restPort;
    }

    /** TLS from the first byte. */
    public int secureXmppPort() {
        return securePort;
    }

    public int clearXmppPort() {
        return clearPort;
    }

    /** The XMPP domain. */
    public String domain() {
        return first ? options.domain() : "b." + options.domain();
    }

    public boolean inService() {
        return inService;
    }

    /** CTI is lost or back: SystemInfo and its notification say so, and REST answers 503 meanwhile. */
    public void inService(boolean yes) {
        inService = yes;
        XmppServer streaming = xmpp;
        if (streaming != null) {
            streaming.publish(
                    "/finesse/api/SystemInfo",
                    shared.faults()
                            .notification(
                                    "/finesse/api/SystemInfo",
                                    "PUT",
                                    "",
                                    systemInfo().replace("SystemInfo>", "systemInfo>")));
        }
    }

    /** Where it runs. */
    @Nullable
    XmppServer xmpp() {
        return xmpp;
    }

    String systemInfo() {
        return "<SystemInfo><currentTimestamp>" + options.clock().instant() + "</currentTimestamp><deploymentType>UCCE"
                + "</deploymentType><primaryNode><host>" + options.host() + "</host><httpsPort>" + restPort
                + "</httpsPort><xmppPort>" + clearPort + "</xmppPort><xmppSecurePort>" + securePort
                + "</xmppSecurePort></primaryNode><status>" + (inService ? "IN_SERVICE" : "OUT_OF_SERVICE")
                + "</status><statusReason>" + (inService ? "" : "CTI connection lost")
                + "</statusReason><systemAuthMode>NON_SSO</systemAuthMode><uri>/finesse/api/SystemInfo</uri><xmppDomain>"
                + domain() + "</xmppDomain><xmppPubSubDomain>pubsub." + domain() + "</xmppPubSubDomain></SystemInfo>";
    }
}
