package org.mediarouter.finesse;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.AndFilter;
import org.jivesoftware.smack.filter.FromMatchesFilter;
import org.jivesoftware.smack.filter.StanzaExtensionFilter;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.ping.PingManager;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jivesoftware.smackx.pubsub.EventElement;
import org.jivesoftware.smackx.pubsub.ItemsExtension;
import org.jivesoftware.smackx.pubsub.PayloadItem;
import org.jivesoftware.smackx.pubsub.PubSubException;
import org.jivesoftware.smackx.pubsub.PubSubManager;
import org.jivesoftware.smackx.pubsub.packet.PubSubNamespace;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;
import org.mediarouter.finesse.FinesseFault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's XMPP session. While it is there, Finesse takes the agent for present; an agent who has none for 60 s is logged
 * out by force. One resource for all nodes: the server lets only the newest session of an agent live, whoever of us made it.
 */
final class XmppSession implements AutoCloseable {
    /** Never {@code desktop}: that is Cisco's own. */
    static final String RESOURCE = "media-router";

    private static final Logger LOG = LoggerFactory.getLogger(XmppSession.class);

    /** How many pings may stay without an answer. */
    private static final int MOST_MISSED = 2;

    /** Smack's own words about lost connections say nothing that ours don't. Held here, or the setting would be lost. */
    private static final java.util.logging.Logger SMACK = java.util.logging.Logger.getLogger("org.jivesoftware.smack");

    static {
        SMACK.setLevel(java.util.logging.Level.SEVERE);
        // One XMPP session each for thousands of agents: what isn't needed is not begun, and we ping ourselves, since
        // Smack's own ping needs minutes to notice a dead peer.
        PingManager.setDefaultPingInterval(0);
        Roster.setRosterLoadedAtLoginDefault(false);
    }

    /** What a session hears, each session in the order of the stream. */
    interface Listener {
        /** The payload of one item. */
        void heard(String payload);

        /** It is over, and not by us; once. {@code conflict}: another session of the agent has begun. */
        void lost(String why, boolean conflict);

        /** Finesse itself has come or gone. */
        void finesse(boolean present);
    }

    private final XMPPTCPConnection connection;
    private final Side side;
    private final Listener listener;
    private final Duration patience;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean alive = true;
    private final List<String> subscribed = new ArrayList<>();

    private XmppSession(XMPPTCPConnection connection, Side side, Listener listener, Duration patience) {
        this.connection = connection;
        this.side = side;
        this.listener = listener;
        this.patience = patience;
    }

    /**
     * Connects, signs in, announces presence and takes the subscriptions that are missing. What is heard meanwhile goes to
     * the listener already.
     *
     * @param sockets makes the sockets: clear, or encrypted
     * @throws FinesseFault CREDENTIALS, or AWAY
     */
    static XmppSession open(Side side, Credentials agent, SocketFactory sockets, Duration patience, Listener listener)
            throws FinesseFault {
        try {
            XMPPTCPConnectionConfiguration configuration = XMPPTCPConnectionConfiguration.builder()
                    .setXmppDomain(side.domain())
                    .setHostAddress(InetAddress.getByName(side.xmppHost()))
                    .setPort(side.xmppPort())
                    .setUsernameAndPassword(agent.agentId().replace("@", "\\40"), agent.password())
                    .setResource(Resourcepart.from(RESOURCE))
                    .setSecurityMode(SecurityMode.disabled)
                    .setSocketFactory(sockets)
                    .setConnectTimeout((int) patience.toMillis())
                    .setCompressionEnabled(false)
                    .addEnabledSaslMechanism("PLAIN")
                    .build();
            XMPPTCPConnection connection = new XMPPTCPConnection(configuration);
            connection.setUseStreamManagement(false);
            connection.setReplyTimeout(patience.toMillis());
            XmppSession session = new XmppSession(connection, side, listener, patience);
            session.begin(agent);
            return session;
        } catch (IOException e) {
            throw FinesseFault.away("the notification service at " + side.xmppHost() + ":" + side.xmppPort()
                    + " can't be reached: " + e.getMessage());
        }
    }

    private void begin(Credentials agent) throws FinesseFault {
        try {
            listen();
            connection.connect();
            connection.login();
            BareJid finesse = JidCreate.bareFrom("finesse@" + side.domain());
            connection.sendStanza(connection
                    .getStanzaFactory()
                    .buildPresenceStanza()
                    .ofType(Presence.Type.subscribe)
                    .to(finesse)
                    .build());
            subscribe("/finesse/api/User/" + agent.agentId());
        } catch (SASLErrorException e) {
            abandon();
            throw new FinesseFault(Kind.CREDENTIALS, "the notification service refuses the agent's password", null);
        } catch (SmackException | XMPPException | IOException e) {
            abandon();
            throw FinesseFault.away("the notification service doesn't let the agent in: " + told(e));
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw FinesseFault.away("interrupted");
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    private static String told(Exception e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + ", " + first;
    }

    private void listen() throws XmppStringprepException {
        connection.addConnectionListener(new ConnectionListener() {
            @Override
            public void connectionClosedOnError(Exception e) {
                boolean conflict = e instanceof StreamErrorException error
                        && error.getStreamError().getCondition() == StreamError.Condition.conflict;
                end(told(e), conflict);
            }

            @Override
            public void connectionClosed() {
                end("closed by the server", false);
            }
        });
        // Not the asynchronous one: that loses the order.
        connection.addStanzaListener(
                this::event,
                new AndFilter(
                        StanzaTypeFilter.MESSAGE,
                        new StanzaExtensionFilter("event", PubSubNamespace.event.getXmlns())));
        connection.addStanzaListener(
                stanza -> {
                    Presence presence = (Presence) stanza;
                    if (presence.getType() == Presence.Type.unavailable || presence.isAvailable()) {
                        listener.finesse(presence.isAvailable());
                    }
                },
                new AndFilter(
                        StanzaTypeFilter.PRESENCE,
                        FromMatchesFilter.createBare(JidCreate.bareFrom("finesse@" + side.domain()))));
    }

    private void event(Stanza message) {
        EventElement event = message.getExtension(EventElement.class);
        if (event != null && event.getEvent() instanceof ItemsExtension items) {
            for (Object item : items.getItems()) {
                if (item instanceof PayloadItem<?> full) {
                    listener.heard(full.getPayload()
                            .toXML(PubSubNamespace.event.getXmlns())
                            .toString());
                }
            }
        }
    }

    /** Finesse itself subscribes the bare address to the agent's own node; what is missing is subscribed here. */
    private void subscribe(String node)
            throws SmackException.NotConnectedException, SmackException.NoResponseException, InterruptedException,
                    XmppStringprepException {
        PubSubManager service = PubSubManager.getInstanceFor(connection, JidCreate.bareFrom(side.pubSub()));
        try {
            boolean there = service.getSubscriptions().stream().anyMatch(s -> node.equals(s.getNode()));
            if (there) {
                return;
            }
        } catch (XMPPErrorException e) {
            // It doesn't tell; a second subscription does no harm.
        }
        try {
            service.getLeafNode(node).subscribe(connection.getUser());
            subscribed.add(node);
        } catch (XMPPErrorException | PubSubException e) {
            // There is no such node yet, or it is Finesse's alone to subscribe: the poll stands in for what isn't
            // heard.
            LOG.debug("no subscription to {}", node, e);
        }
    }

    /** Asks for a sign of life; one that has been missing too often ends the session. Waits for nothing. */
    void ping() {
        if (unanswered.getAndIncrement() >= MOST_MISSED) {
            end("no answer to " + MOST_MISSED + " pings", false);
            abandon();
            return;
        }
        try {
            connection
                    .sendIqRequestAsync(new Ping(connection.getXMPPServiceDomain()), patience.toMillis())
                    .onSuccess(pong -> unanswered.set(0))
                    .onError(fault -> {
                        if (fault instanceof XMPPErrorException) {
                            unanswered.set(0); // Not understood, but answered.
                        }
                    });
        } catch (RuntimeException e) {
            end("it can't be asked for a sign of life", false);
        }
    }

    private void end(String why, boolean conflict) {
        if (over.compareAndSet(false, true)) {
            listener.lost(why, conflict);
            alive = false;
        }
    }

    /** Without a word, so that a broken connection holds nobody up. */
    void abandon() {
        over.set(true);
        alive = false;
        connection.instantShutdown();
    }

    /** Subscriptions would stay behind on the server: they are taken back, if it still listens. */
    @Override
    public void close() {
        boolean first = over.compareAndSet(false, true);
        alive = false;
        if (!first) {
            connection.instantShutdown();
            return;
        }
        try {
            PubSubManager service = PubSubManager.getInstanceFor(connection, JidCreate.bareFrom(side.pubSub()));
            for (String node : subscribed) {
                service.getLeafNode(node).unsubscribe(connection.getUser().toString());
            }
            connection.disconnect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.instantShutdown();
        } catch (Exception e) {
            connection.instantShutdown();
        }
    }

    /**
     * Until the listener has heard that it is over. Smack's connection knows sooner, but not why: who opened the session again
     * before it is known that another node's took its place would take it from that one.
     */
    boolean alive() {
        return alive;
    }

    Side side() {
        return side;
    }
}
