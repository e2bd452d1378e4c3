package org.mediarouter.finesse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Finesse of REST and a few rules, whose notifications go over a real XMPP server: Finesse's own topology. */
final class FinesseOnProsody implements AutoCloseable {
    static final String PASSWORD = "fin-secret-4711";

    private final Prosody prosody;
    private final HttpServer http;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();
    private final ExecutorService answers = Executors.newFixedThreadPool(4);
    private final ExecutorService bell = Executors.newSingleThreadExecutor();
    final AtomicInteger wrongPasswords = new AtomicInteger();
    final AtomicInteger signIns = new AtomicInteger();
    volatile boolean inService = true;
    volatile boolean silent;

    /** An agent's phone. */
    static final class Desk {
        String state = "LOGOUT";
        String pending = "";
        int reason = -1;
        String extension = "";
        Instant since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    FinesseOnProsody(List<String> agents) throws Exception {
        prosody = new Prosody(agents, PASSWORD);
        agents.forEach(agent -> desks.put(agent, new Desk()));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(answers);
        http.createContext("/finesse/api/", this::answer);
        http.start();
    }

    String rest() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/finesse/api";
    }

    String xmpp() {
        return "127.0.0.1:" + prosody.port();
    }

    /** Waits until all changes so far have been published. */
    void published() throws Exception {
        bell.submit(() -> {}).get();
    }

    Prosody prosody() {
        return prosody;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/SystemInfo")) {
                send(
                        exchange,
                        200,
                        "<SystemInfo><status>" + (inService ? "IN_SERVICE" : "OUT_OF_SERVICE")
                                + "</status><xmppDomain>" + Prosody.DOMAIN + "</xmppDomain><xmppPubSubDomain>pubsub."
                                + Prosody.DOMAIN + "</xmppPubSubDomain></SystemInfo>");
                return;
            }
            String id = path.substring(path.lastIndexOf('/') + 1);
            String basic = "Basic "
                    + Base64.getEncoder().encodeToString((id + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            Desk desk = desks.get(id);
            if (!inService) {
                send(exchange, 503, error("Service Unavailable"));
            } else if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization")) || desk == null) {
                wrongPasswords.incrementAndGet();
                send(exchange, 401, error("Authorization Failure"));
            } else if (exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, user(id));
            } else {
                String requestId = exchange.getRequestHeaders().getFirst("requestId");
                send(exchange, 202, "");
                asked(id, Xml.read(new String(body, StandardCharsets.UTF_8)), requestId);
            }
        } catch (Xml.Unreadable e) {
            throw new IOException(e);
        }
    }

    private static String error(String type) {
        return "<ApiErrors><ApiError><ErrorType>" + type + "</ErrorType></ApiError></ApiErrors>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void asked(String id, Xml user, String requestId) {
        Desk desk = desks.get(id);
        String state = user.textOf("state");
        String reason = user.textOf("reasoncodeid");
        boolean call = List.of("TALKING", "HOLD", "RESERVED").contains(desk.state);
        switch (state) {
            case "LOGIN" -> {
                signIns.incrementAndGet();
                if (user.textOf("extension").equals("9999")) {
                    publish(
                            id,
                            "<Update><data><apiErrors><apiError><errorData>260</errorData><errorMessage>"
                                    + "CF_INVALID_LOGON_DEVICE_SPECIFIED</errorMessage><errorType>Invalid Device</errorType>"
                                    + "</apiError></apiErrors></data><requestId>" + requestId
                                    + "</requestId><source>/finesse/api/User/" + id
                                    + "</source><event>PUT</event></Update>");
                } else if (desk.state.equals("LOGOUT")) {
                    desk.extension = user.textOf("extension");
                    change(id, "NOT_READY", "");
                }
            }
            case "LOGOUT" -> {
                if (desk.state.equals("NOT_READY")) {
                    change(id, "LOGOUT", "");
                }
            }
            default -> {
                desk.reason = reason.isEmpty() ? -1 : Integer.parseInt(reason);
                change(id, call ? desk.state : state, call ? state : "");
            }
        }
    }

    /** As a supervisor, or the telephone system, would. */
    void change(String id, String state, String pending) {
        Desk desk = desks.get(id);
        synchronized (desk) {
            desk.state = state;
            desk.pending = pending;
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            desk.since = now.isAfter(desk.since) ? now : desk.since.plusMillis(1);
        }
        if (!silent) {
            publish(
                    id,
                    "<Update><event>put</event><source>/finesse/api/User/" + id + "</source><requestId/><data>"
                            + user(id).replace("User>", "user>") + "</data></Update>");
        }
    }

    void publish(String id, String update) {
        bell.execute(() -> prosody.publish(id, update));
    }

    String stateOf(String id) {
        return desks.get(id).state;
    }

    private String user(String id) {
        Desk desk = desks.get(id);
        synchronized (desk) {
            return "<User><loginId>" + id + "</loginId><state>" + desk.state + "</state><stateChangeTime>" + desk.since
                    + "</stateChangeTime><pendingState>" + desk.pending + "</pendingState><reasonCodeId>" + desk.reason
                    + "</reasonCodeId><extension>" + desk.extension + "</extension></User>";
        }
    }

    @Override
    public void close() throws Exception {
        bell.shutdownNow();
        http.stop(0);
        answers.shutdownNow();
        prosody.close();
    }
}
