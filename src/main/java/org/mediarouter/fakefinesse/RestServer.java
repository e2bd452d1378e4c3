package org.mediarouter.fakefinesse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** One side's REST: SystemInfo, User, ReasonCodes, Dialogs. */
final class RestServer implements AutoCloseable {
    private static final int LARGEST = 64 * 1024;
    private static final Set<String> STATES = Set.of("LOGIN", "LOGOUT", "READY", "NOT_READY");

    private final HttpsServer http;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-finesse-rest");
        thread.setDaemon(true);
        return thread;
    });
    private final Side side;
    private final Shared shared;

    /** What both sides share. */
    record Shared(Floor floor, Passwords passwords, Faults faults, Seen seen, Pusher pusher, boolean reasonRequired) {}

    RestServer(String host, int port, SSLContext tls, Side side, Shared shared) throws IOException {
        this.side = side;
        this.shared = shared;
        http = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 1000);
        http.setHttpsConfigurator(new HttpsConfigurator(tls));
        http.setExecutor(workers);
        http.createContext("/", this::answer);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = Misbehaviour.instead(shared.faults().rest(), exchange);
                if (reply == null) {
                    reply = serve(exchange);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                reply = Reply.error(500, "Internal Server Error", String.valueOf(e.getMessage()));
            }
            send(exchange, reply);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        if (body.length > 0) {
            headers.set("Content-Type", reply.type());
        }
        if (reply.status() == 401) {
            headers.set("WWW-Authenticate", "Basic realm=\"finesse\"");
        }
        String requestId = exchange.getRequestHeaders().getFirst("requestId");
        if (requestId != null) {
            headers.set("requestId", requestId);
        }
        if (exchange.getRequestHeaders().getFirst("Cookie") == null) {
            headers.set("Set-Cookie", "JSESSIONID=" + UUID.randomUUID() + "; Path=/finesse; Secure; HttpOnly");
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.getResponseBody().close();
        reply.after().run();
    }

    private Reply serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
        if (path.equals("/finesse/api/SystemInfo")) {
            return Reply.xml(side.systemInfo());
        }
        if (!side.inService()) {
            return Reply.error(503, "Service Unavailable", "OUT_OF_SERVICE");
        }
        String user = authenticated(exchange);
        if (user == null) {
            return Reply.error(401, "Authorization Failure", "UNAUTHORIZED");
        }
        String[] parts = path.split("/", -1);
        if (parts.length < 5 || !path.startsWith("/finesse/api/User/")) {
            return Reply.error(404, "Not Found", path);
        }
        String id = parts[4];
        if (!shared.floor().knows(id)) {
            return Reply.error(404, "User Not Found", id);
        }
        if (!id.equals(user)) {
            return Reply.error(401, "Invalid Authorization User Specified", id);
        }
        String method = exchange.getRequestMethod();
        String what = parts.length == 5 ? "" : parts[5];
        if (what.isEmpty() && method.equals("PUT")) {
            return put(id, exchange, body);
        }
        if (!method.equals("GET") || parts.length > 6) {
            return Reply.error(method.equals("GET") ? 404 : 405, "Not Found", path);
        }
        return switch (what) {
            case "" -> Reply.xml(shared.floor().user(id));
            case "Dialogs" -> Reply.xml(shared.floor().dialogs(id));
            case "ReasonCodes" -> Reply.xml(reasonCodes(exchange.getRequestURI().getQuery()));
            default -> Reply.error(404, "Not Found", path);
        };
    }

    private Reply put(String id, HttpExchange exchange, byte[] body) {
        shared.seen().count("put:" + id);
        String type = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
        if (!type.startsWith("application/xml")) {
            return Reply.error(415, "Invalid Input", "Content-Type " + type);
        }
        Element user;
        try {
            user = Xml.parse(body);
        } catch (XMLStreamException e) {
            return Reply.error(400, "Invalid Input", "malformed XML");
        }
        String state = user.textOf("state");
        String extension = user.textOf("extension");
        if (!user.name().equals("User") || state == null) {
            return Reply.error(400, "Parameter Missing", "state");
        }
        if (!STATES.contains(state)) {
            return Reply.error(400, "Invalid Input", "state " + state);
        }
        shared.seen().count("put-" + state + ":" + id);
        if (state.equals("LOGIN") && extension == null) {
            return Reply.error(400, "Parameter Missing", "extension");
        }
        String reason = user.textOf("reasonCodeId");
        boolean needed = shared.reasonRequired() && (state.equals("NOT_READY") || state.equals("LOGOUT"));
        if (needed && reason == null) {
            return Reply.error(400, "Parameter Missing", "reasonCodeId");
        }
        if (reason != null && !reason.matches("-?[0-9]{1,9}")) {
            return Reply.error(400, "Invalid Input", "reasonCodeId");
        }
        String requestId =
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("requestId"), "");
        int code = reason == null ? -1 : Integer.parseInt(reason);
        Runnable work = () -> shared.floor().ask(id, state, extension, code, requestId);
        if (shared.faults().pushFirst()) {
            work.run();
            shared.pusher().flush();
            return Reply.accepted(() -> {});
        }
        return Reply.accepted(shared.pusher().holding(work));
    }

    private @Nullable String authenticated(HttpExchange exchange) {
        String given = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        if (!given.startsWith("Basic ")) {
            return null;
        }
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(given.substring(6).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
        int colon = decoded.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String user = decoded.substring(0, colon);
        shared.seen().count("rest:" + user);
        return shared.passwords().right(user, decoded.substring(colon + 1)) ? user : null;
    }

    private static String reasonCodes(@Nullable String query) {
        String category = query != null && query.contains("category=LOGOUT") ? "LOGOUT" : "NOT_READY";
        StringBuilder codes = new StringBuilder("<ReasonCodes category=\"" + category + "\">");
        String[] labels = category.equals("LOGOUT") ? new String[] {"End of shift"} : new String[] {"Break", "Lunch"};
        int id = category.equals("LOGOUT") ? 20 : 16;
        for (String label : labels) {
            codes.append("<ReasonCode><uri>/finesse/api/ReasonCode/" + id + "</uri><category>" + category
                    + "</category><code>" + (id + 100) + "</code><label>" + label
                    + "</label><forAll>true</forAll><systemCode>false</systemCode><id>" + id + "</id></ReasonCode>");
            id++;
        }
        return codes.append("</ReasonCodes>").toString();
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
