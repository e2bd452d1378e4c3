package org.mediarouter.fakefinesse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's stream: SASL PLAIN, bind, presence; its questions are for {@link XmppQuestions}. */
final class XmppStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(XmppStream.class);

    private final Socket socket;
    private final XmppServer server;
    private final OutputStream out;
    private volatile @Nullable String user;
    private volatile @Nullable String address;
    private volatile boolean available;
    private volatile boolean wasAvailable;
    private volatile boolean frozen;

    XmppStream(Socket socket, XmppServer server) throws IOException {
        this.socket = socket;
        this.server = server;
        this.out = socket.getOutputStream();
    }

    @Nullable
    String user() {
        return user;
    }

    /** The full address, once it is bound. */
    String address() {
        return Objects.requireNonNull(address, "not bound");
    }

    boolean available() {
        return available && !frozen;
    }

    boolean wasAvailable() {
        return wasAvailable;
    }

    @Override
    public void run() {
        try (socket) {
            XMLStreamReader reader = open("<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                    + "<mechanism>PLAIN</mechanism></mechanisms>");
            while (user == null) {
                authenticate(next(reader));
            }
            reader = open("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                    + "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>");
            for (Element stanza = next(reader); stanza != null; stanza = next(reader)) {
                if (!frozen) {
                    take(stanza);
                }
            }
            send("</stream:stream>");
        } catch (IOException | XMLStreamException e) {
            LOG.debug("stream of {} ended", user, e);
        } finally {
            available = false;
            server.ended(this);
        }
    }

    private XMLStreamReader open(String features) throws XMLStreamException, IOException {
        XMLStreamReader reader = Xml.reader(socket.getInputStream());
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            Xml.refuseDocumentType(reader);
        }
        send("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
                + " version='1.0' from='" + server.domain + "' id='" + UUID.randomUUID() + "'><stream:features>"
                + features + "</stream:features>");
        return reader;
    }

    /** The next stanza; null where the client has ended the stream. */
    private static @Nullable Element next(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            Xml.refuseDocumentType(reader);
            if (event == XMLStreamConstants.START_ELEMENT) {
                return Xml.element(reader, 1);
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return null;
            }
        }
        return null;
    }

    private void authenticate(@Nullable Element auth) throws IOException {
        if (auth == null) {
            throw new IOException("ended before it was authenticated");
        }
        String[] parts = auth.name().equals("auth")
                        && auth.attribute("mechanism").equals("PLAIN")
                ? new String(Base64.getMimeDecoder().decode(auth.text().trim()), StandardCharsets.UTF_8).split("\0", -1)
                : new String[0];
        if (parts.length == 3) {
            server.seen.count("xmpp-login:" + parts[1]);
        }
        if (parts.length == 3 && server.passwords.right(parts[1], parts[2])) {
            user = parts[1];
            send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        } else {
            send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
        }
    }

    private void take(Element stanza) {
        switch (stanza.name()) {
            case "iq" -> {
                Element bind = stanza.child("bind");
                if (bind != null) {
                    bind(stanza, bind);
                } else {
                    send(XmppQuestions.answer(stanza, this, server));
                }
            }
            case "presence" -> presence(stanza);
            default -> LOG.debug("not answered: {}", stanza.name());
        }
    }

    private void bind(Element stanza, Element bind) {
        String wanted = bind.textOf("resource");
        String resource = wanted == null || wanted.isEmpty() ? UUID.randomUUID().toString() : wanted;
        String full = user + "@" + server.domain + "/" + resource;
        address = full;
        server.bind(full, this);
        send("<iq type='result' id='" + Xml.escape(stanza.attribute("id"))
                + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + Xml.escape(full) + "</jid></bind></iq>");
    }

    private void presence(Element presence) {
        String type = presence.attribute("type");
        String bare = XmppServer.bare(address());
        String finesse = "finesse@" + server.domain;
        if (type.equals("subscribe") && presence.attribute("to").startsWith(finesse)) {
            server.watch(bare);
            send("<presence type='subscribed' from='" + finesse + "' to='" + Xml.escape(bare) + "'/>");
            send(server.finessePresence(address()));
        } else if (type.isEmpty() && presence.attribute("to").isEmpty()) {
            String priority = presence.textOf("priority");
            boolean before = available;
            available = priority == null || priority.isEmpty() || Integer.parseInt(priority) >= 0;
            wasAvailable |= available;
            if (!before && server.watches(bare)) {
                send(server.finessePresence(address()));
            }
            server.presenceChanged(user);
        } else if (type.equals("unavailable")) {
            available = false;
            server.presenceChanged(user);
        }
    }

    void send(String xml) {
        if (frozen) {
            return;
        }
        try {
            synchronized (out) {
                out.write(xml.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("could not send to {}", user, e);
            cut();
        }
    }

    /** With a stream error. */
    void end(String condition) {
        send("<stream:error><" + condition
                + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
        cut();
    }

    void freeze() {
        frozen = true;
    }

    void cutInside() {
        send("<message from='pubsub." + server.domain + "'><event xmlns='http://jabber.org/protocol/pub");
        cut();
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket did not close", e);
        }
    }
}
