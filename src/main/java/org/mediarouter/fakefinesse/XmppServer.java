package org.mediarouter.fakefinesse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One side's notification service: a port with TLS from the first byte, and a clear one. A thread for each stream. */
final class XmppServer implements EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(XmppServer.class);
    private static final long STACK = 256 * 1024;
    private static final int BACKLOG = 1000;

    final String domain;
    final PubSub pubsub;
    final Passwords passwords;
    final Seen seen;

    private final BiConsumer<String, Boolean> presence;
    private final ServerSocket secure;
    private final ServerSocket clear;
    private final Set<XmppStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, XmppStream> bound = new ConcurrentHashMap<>();
    private final Set<String> watchers = ConcurrentHashMap.newKeySet();
    private volatile boolean finesseThere = true;

    /** @param presence told the agent and whether he has an available session here, at each change */
    XmppServer(
            String domain,
            PubSub pubsub,
            Passwords passwords,
            Seen seen,
            BiConsumer<String, Boolean> presence,
            String host,
            int securePort,
            int clearPort,
            ServerSocketFactory tls)
            throws IOException {
        this.domain = domain;
        this.pubsub = pubsub;
        this.passwords = passwords;
        this.seen = seen;
        this.presence = presence;
        secure = open(tls, host, securePort);
        clear = open(ServerSocketFactory.getDefault(), host, clearPort);
        listen(secure);
        listen(clear);
    }

    private static ServerSocket open(ServerSocketFactory factory, String host, int port) throws IOException {
        ServerSocket socket = factory.createServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        return socket;
    }

    private void listen(ServerSocket socket) {
        start(
                () -> {
                    while (!socket.isClosed()) {
                        try {
                            Socket client = socket.accept();
                            client.setTcpNoDelay(true);
                            XmppStream stream = new XmppStream(client, this);
                            streams.add(stream);
                            start(stream, "fake-finesse-xmpp");
                        } catch (IOException e) {
                            LOG.debug("no stream taken", e);
                        }
                    }
                },
                "fake-finesse-xmpp-accept");
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, STACK);
        thread.setDaemon(true);
        thread.start();
    }

    int securePort() {
        return secure.getLocalPort();
    }

    int clearPort() {
        return clear.getLocalPort();
    }

    /** The stream that holds this full address from now on; another one that held it is ended with a conflict. */
    void bind(String address, XmppStream stream) {
        XmppStream other = bound.put(address, stream);
        if (other != null && other != stream) {
            seen.count("xmpp-conflict:" + stream.user());
            other.end("conflict");
        }
        seen.count("xmpp-session:" + stream.user());
    }

    void ended(XmppStream stream) {
        streams.remove(stream);
        bound.values().remove(stream);
        if (stream.wasAvailable()) {
            presenceChanged(stream.user());
        }
    }

    void presenceChanged(@Nullable String user) {
        if (user != null) {
            presence.accept(user, available(user));
        }
    }

    boolean available(String user) {
        return bound.values().stream().anyMatch(stream -> user.equals(stream.user()) && stream.available());
    }

    /** How many sessions an agent has. */
    long sessions(String user) {
        return bound.values().stream()
                .filter(stream -> user.equals(stream.user()))
                .count();
    }

    /** The agent wants to see the presence of {@code finesse}. */
    void watch(String bare) {
        watchers.add(bare);
    }

    boolean watches(String bare) {
        return watchers.contains(bare);
    }

    String finessePresence(String to) {
        return "<presence from='finesse@" + domain + "/finesse' to='" + Xml.escape(to) + "'"
                + (finesseThere ? "/>" : " type='unavailable'/>");
    }

    /** The web application goes or comes. */
    void finesseThere(boolean there) {
        finesseThere = there;
        bound.forEach((address, stream) -> {
            if (stream.available() && watchers.contains(bare(address))) {
                stream.send(finessePresence(address));
            }
        });
    }

    static String bare(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    @Override
    public void publish(String node, String notification) {
        String id = java.util.UUID.randomUUID().toString();
        for (String subscriber : pubsub.subscribers(node)) {
            String message = "<message from='pubsub." + domain + "' to='" + Xml.escape(subscriber) + "' id='" + id
                    + "'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='" + Xml.escape(node)
                    + "'><item id='" + id + "'>" + notification + "</item></items></event></message>";
            bound.forEach((address, stream) -> {
                boolean meant = subscriber.equals(address) || subscriber.equals(bare(address));
                if (meant && stream.available()) {
                    stream.send(message);
                }
            });
        }
    }

    /** Cuts the agent's connections without a word. */
    void cut(String user) {
        of(user).forEach(XmppStream::cut);
    }

    /** The same, in the middle of a stanza. */
    void cutInside(String user) {
        of(user).forEach(XmppStream::cutInside);
    }

    /** The agent's connections stay open, but nothing is read or sent any more. */
    void freeze(String user) {
        of(user).forEach(XmppStream::freeze);
    }

    private List<XmppStream> of(String user) {
        return streams.stream().filter(stream -> user.equals(stream.user())).toList();
    }

    @Override
    public void close() {
        try {
            secure.close();
            clear.close();
        } catch (IOException e) {
            LOG.debug("a port did not close", e);
        }
        streams.forEach(XmppStream::cut);
    }
}
