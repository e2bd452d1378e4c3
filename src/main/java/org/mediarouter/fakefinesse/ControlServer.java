package org.mediarouter.fakefinesse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The control interface over HTTP: {@code POST /ACTION} with a JSON object, {@code GET /seen} and {@code GET
 * /certificate}. docs/fake-finesse.md lists the actions.
 */
final class ControlServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeFinesse finesse;
    private final HttpServer http;

    ControlServer(FakeFinesse finesse, String host, int port) throws IOException {
        this.finesse = finesse;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            int status = 200;
            byte[] body;
            try {
                if (path.equals("certificate")) {
                    body = finesse.identity().pem().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                } else if (path.equals("seen")) {
                    body = JSON.writeValueAsBytes(finesse.seen().all());
                } else if (!exchange.getRequestMethod().equals("POST")) {
                    throw new IllegalArgumentException("POST an action, or GET /seen or /certificate");
                } else {
                    JsonNode given = JSON.readTree(exchange.getRequestBody());
                    body = JSON.writeValueAsBytes(act(path, given));
                }
            } catch (IllegalArgumentException | IllegalStateException | IOException | GeneralSecurityException e) {
                status = 400;
                body = JSON.writeValueAsBytes(Map.of("error", String.valueOf(e.getMessage())));
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", path.equals("certificate") ? "text/plain" : "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, Object> act(String action, JsonNode given) throws IOException {
        String agent = given.path("agent").asText("");
        boolean on = given.path("on").asBoolean(true);
        Side side = given.path("side").asText("A").equalsIgnoreCase("B") ? finesse.b() : finesse.a();
        Faults faults = finesse.faults();
        switch (action) {
            case "call" -> finesse.call(agent);
            case "talk" -> finesse.talk(agent);
            case "hold" -> finesse.hold(agent);
            case "end-call" -> finesse.endCall(agent);
            case "end-wrap-up" -> finesse.endWrapUp(agent);
            case "force" ->
                finesse.force(
                        agent,
                        VoiceState.valueOf(given.path("state").asText()),
                        given.path("reason").asInt(-1));
            case "password" -> finesse.password(agent, given.path("password").asText());
            case "cut" -> finesse.cut(agent);
            case "cut-inside" -> finesse.cutInside(agent);
            case "say" -> finesse.say(agent, given.path("update").asText());
            case "freeze" -> finesse.freeze(agent);
            case "finesse-there" -> finesse.finesseThere(on);
            case "in-service" -> side.inService(on);
            case "stop" -> side.close();
            case "start" -> side.start();
            case "notifications" -> {
                if (on) {
                    side.startNotifications();
                } else {
                    side.stopNotifications();
                }
            }
            case "rest" -> faults.rest(RestFault.valueOf(given.path("fault").asText("NONE")));
            case "events" -> events(faults, given);
            case "state" -> {}
            default -> throw new IllegalArgumentException("there is no action \"" + action + "\"");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("done", action);
        if (!agent.isEmpty()) {
            answer.put("state", finesse.state(agent));
            answer.put("sessions", finesse.sessions(agent));
        }
        return answer;
    }

    private static void events(Faults faults, JsonNode given) {
        faults.pushDelay(Duration.ofMillis(given.path("delayMs").asLong(0)));
        faults.pushBeforeAnswer(given.path("beforeAnswer").asBoolean(false));
        faults.lowerCaseEvent(given.path("lowerCaseEvent").asBoolean(false));
        faults.upperCaseUser(given.path("upperCaseUser").asBoolean(false));
        faults.otherOrder(given.path("otherOrder").asBoolean(false));
        faults.bareAmpersand(given.path("bareAmpersand").asBoolean(false));
        faults.namespace(given.path("namespace").asText("urn:xmpp:push:0"));
        faults.chance(
                given.path("drop").asDouble(0),
                given.path("twice").asDouble(0),
                given.path("swap").asDouble(0),
                given.path("seed").asLong(1));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
