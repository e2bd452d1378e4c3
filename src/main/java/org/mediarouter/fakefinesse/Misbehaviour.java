package org.mediarouter.fakefinesse;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** What comes instead of an answer. */
final class Misbehaviour {
    private static final long SILENCE_MS = 120_000;

    private Misbehaviour() {}

    /** Null where the peer should behave; an interruption ends a silence. */
    static @Nullable Reply instead(RestFault fault, HttpExchange exchange) throws InterruptedException {
        return switch (fault) {
            case NONE -> null;
            case ERROR_404 -> Reply.error(404, "User Not Found", "");
            case ERROR_503 -> Reply.error(503, "Service Unavailable", "");
            case ERROR_500 -> Reply.error(500, "Internal Server Error", "");
            case HTML -> page(200, "text/html", "<html><body><h1>Cisco Unified OS<br></h1></body></html>");
            case HALF_XML -> page(200, "application/xml", "<User><state>READY</st");
            case XML_BOMB -> page(200, "application/xml", bomb());
            case SILENCE -> {
                Thread.sleep(SILENCE_MS);
                yield null;
            }
            case CLOSED -> throw new InterruptedException("closed without an answer");
        };
    }

    private static Reply page(int status, String type, String body) {
        return new Reply(status, type, body, () -> {});
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE User [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return bomb.append("]><User><state>&e29;</state></User>").toString();
    }
}
