package org.mediarouter.fakefinesse;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.ping.PingManager;
import org.jivesoftware.smackx.pubsub.PubSubManager;
import org.jxmpp.jid.impl.JidCreate;

/** An agent's desktop made of java.net.http and Smack alone, as somebody else's client would be. */
final class Desktop implements AutoCloseable {
    private static final long ANSWER_MS = 5000;

    final String agent;
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<String> presences = new CopyOnWriteArrayList<>();

    private final String password;
    private final Side side;
    private final HttpClient http;
    private XMPPTCPConnection xmpp;

    Desktop(FakeFinesse finesse, Side side, String agent, String password) throws Exception {
        this.agent = agent;
        this.password = password;
        this.side = side;
        http = HttpClient.newBuilder()
                .sslContext(finesse.identity().clientContext())
                .build();
    }

    /** With a session on an XMPP server, present there: who is not hears nothing. */
    void session(String domain, int port, SSLContext tls, String resource) throws Exception {
        var builder = XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(domain)
                .setHost("127.0.0.1")
                .setPort(port)
                .setUsernameAndPassword(agent, password)
                .setResource(resource)
                .setSecurityMode(SecurityMode.disabled)
                .setCompressionEnabled(false);
        if (tls != null) {
            builder.setSocketFactory(tls.getSocketFactory());
        }
        xmpp = new XMPPTCPConnection(builder.build());
        xmpp.setUseStreamManagement(false);
        xmpp.addStanzaListener(stanza -> messages.add(String.valueOf(stanza.toXML())), StanzaTypeFilter.MESSAGE);
        xmpp.addStanzaListener(
                stanza -> {
                    Presence presence = (Presence) stanza;
                    presences.add(presence.getFrom() + " " + presence.getType());
                },
                StanzaTypeFilter.PRESENCE);
        xmpp.connect().login();
        // Presence has no answer. A stream is read in order, so what is asked after it is answered after it has taken
        // effect.
        if (!PingManager.getInstanceFor(xmpp).pingMyServer(false, ANSWER_MS)) {
            throw new IllegalStateException("the XMPP server doesn't answer");
        }
    }

    XMPPTCPConnection xmpp() {
        return xmpp;
    }

    PubSubManager pubsub() throws Exception {
        return PubSubManager.getInstanceFor(xmpp, JidCreate.domainBareFrom("pubsub." + xmpp.getXMPPServiceDomain()));
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> put(String body) throws Exception {
        return put(body, "application/xml");
    }

    HttpResponse<String> put(String body, String type) throws Exception {
        return http.send(
                request("/User/" + agent)
                        .header("Content-Type", type)
                        .header("requestId", "r1")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String state) throws Exception {
        return put("<User><state>" + state + "</state></User>");
    }

    void signIn(String extension) throws Exception {
        put("<User><state>LOGIN</state><extension>" + extension + "</extension></User>");
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString((agent + ":" + password).getBytes());
        return HttpRequest.newBuilder(URI.create(side.restUrl() + path)).header("Authorization", "Basic " + basic);
    }

    @Override
    public void close() {
        if (xmpp != null) {
            xmpp.disconnect();
        }
    }
}
