package org.mediarouter.fakefinesse;

import org.jspecify.annotations.Nullable;

/** The answers to iq stanzas: session, roster, ping, disco, and pubsub. */
final class XmppQuestions {
    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";

    private XmppQuestions() {}

    static String answer(Element iq, XmppStream stream, XmppServer server) {
        Element what = iq.children().isEmpty() ? null : iq.children().get(0);
        if (what == null) {
            return iq.attribute("type").equals("result") ? "" : error(iq, server, "modify", "bad-request");
        }
        String bare = XmppServer.bare(stream.address());
        return switch (what.namespace()) {
            case "urn:xmpp:ping", "urn:ietf:params:xml:ns:xmpp-session" -> result(iq, server, "");
            case "jabber:iq:roster" ->
                result(
                        iq,
                        server,
                        "<query xmlns='jabber:iq:roster'>"
                                + (server.watches(bare)
                                        ? "<item jid='finesse@" + server.domain + "' subscription='to'/>"
                                        : "")
                                + "</query>");
            case "http://jabber.org/protocol/disco#info" -> info(iq, what, server);
            case "http://jabber.org/protocol/disco#items" ->
                result(
                        iq,
                        server,
                        "<query xmlns='http://jabber.org/protocol/disco#items'>"
                                + (to(iq, server).equals(server.domain)
                                        ? "<item jid='pubsub." + server.domain + "'/>"
                                        : "")
                                + "</query>");
            case PUBSUB -> pubsub(iq, what, bare, server);
            default -> error(iq, server, "cancel", "service-unavailable");
        };
    }

    private static String info(Element iq, Element query, XmppServer server) {
        String node = query.attribute("node");
        boolean service = to(iq, server).startsWith("pubsub.");
        String identity;
        if (!service) {
            identity = "<identity category='server' type='im' name='fake Finesse'/>";
        } else if (node.isEmpty()) {
            identity = "<identity category='pubsub' type='service'/><feature var='" + PUBSUB + "'/>";
        } else if (server.pubsub.exists(node)) {
            identity = "<identity category='pubsub' type='leaf'/><feature var='" + PUBSUB + "'/>";
        } else {
            return error(iq, server, "cancel", "item-not-found");
        }
        return result(
                iq,
                server,
                "<query xmlns='http://jabber.org/protocol/disco#info'"
                        + (node.isEmpty() ? "" : " node='" + Xml.escape(node) + "'") + ">" + identity
                        + "<feature var='http://jabber.org/protocol/disco#info'/><feature var='urn:xmpp:ping'/></query>");
    }

    private static String pubsub(Element iq, Element pubsub, String bare, XmppServer server) {
        Element what = pubsub.children().isEmpty() ? null : pubsub.children().get(0);
        if (what == null) {
            return error(iq, server, "modify", "bad-request");
        }
        String node = what.attribute("node");
        String address = what.attribute("jid");
        boolean own = XmppServer.bare(address).equals(bare);
        switch (what.name()) {
            case "subscribe" -> {
                if (!own) {
                    return error(iq, server, "modify", "bad-request");
                }
                if (!server.pubsub.exists(node)) {
                    return error(iq, server, "cancel", "item-not-found");
                }
                server.pubsub.subscribe(node, address);
                return result(iq, server, in(subscription(node, address)));
            }
            case "unsubscribe" -> {
                return own && server.pubsub.unsubscribe(node, address)
                        ? result(iq, server, "")
                        : error(iq, server, "cancel", "unexpected-request");
            }
            case "subscriptions" -> {
                StringBuilder all = new StringBuilder("<subscriptions>");
                server.pubsub.of(bare).forEach((name, addresses) -> {
                    if (node.isEmpty() || node.equals(name)) {
                        addresses.forEach(one -> all.append(subscription(name, one)));
                    }
                });
                return result(iq, server, in(all.append("</subscriptions>").toString()));
            }
            default -> {
                return error(iq, server, "cancel", "feature-not-implemented");
            }
        }
    }

    private static String in(String content) {
        return "<pubsub xmlns='" + PUBSUB + "'>" + content + "</pubsub>";
    }

    private static String subscription(String node, String address) {
        return "<subscription node='" + Xml.escape(node) + "' jid='" + Xml.escape(address)
                + "' subid='1' subscription='subscribed'/>";
    }

    private static String to(Element iq, XmppServer server) {
        @Nullable String to = iq.attributes().get("to");
        return to == null ? server.domain : to;
    }

    private static String result(Element iq, XmppServer server, String content) {
        return "<iq type='result' id='" + Xml.escape(iq.attribute("id")) + "' from='" + Xml.escape(to(iq, server))
                + "'>" + content + "</iq>";
    }

    private static String error(Element iq, XmppServer server, String type, String condition) {
        return "<iq type='error' id='" + Xml.escape(iq.attribute("id")) + "' from='" + Xml.escape(to(iq, server))
                + "'><error type='" + type + "'><" + condition
                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
    }
}
