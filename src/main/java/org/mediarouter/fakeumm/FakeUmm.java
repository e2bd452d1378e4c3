package org.mediarouter.fakeumm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A UMM as docs/umm.md has it: {@code POST /agents/sign-in} says who somebody is, {@code GET /agents} who there are. What
 * goes wrong is said in Java or over {@code POST /control/fault}; {@code GET /control/seen} counts the sign-ins.
 *
 * <pre>{@code
 * try (FakeUmm umm = FakeUmm.start("127.0.0.1", 0, People.few())) {
 *     umm.fault(Fault.ERROR_503);
 * }
 * }</pre>
 */
public final class FakeUmm implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 64 * 1024;

    private final HttpServer http;
    private final String host;
    private volatile Map<String, Person> people = Map.of();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-umm");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger listed = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    private FakeUmm(String host, int port, List<Person> people) throws IOException {
        this.host = host;
        people(people);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 1000);
        http.setExecutor(workers);
        http.createContext("/agents", this::ask);
        http.createContext("/control/", this::control);
        http.createContext("/", exchange -> answer(exchange, Reply.error(404, "there is no such path")));
        http.start();
    }

    /**
     * Starts one.
     *
     * @param port 0: any free one
     * @throws IOException where it can't listen there
     */
    public static FakeUmm start(String host, int port, List<Person> people) throws IOException {
        return new FakeUmm(host, port, people);
    }

    /** Where it is, as {@code http://127.0.0.1:8447}. */
    public String url() {
        return "http://" + host + ":" + http.getAddress().getPort();
    }

    /** What {@code mediarouter.umm.url} should be. */
    public String signInUrl() {
        return url() + "/agents/sign-in";
    }

    /** From the next request on. */
    public void fault(Fault wanted) {
        fault = wanted;
    }

    /** What the setting {@code mediarouter.umm.agents-url} should be. */
    public String agentsUrl() {
        return url() + "/agents";
    }

    /** Whom it knows from the next request on; nobody else. */
    public void people(List<Person> known) {
        Map<String, Person> next = new TreeMap<>();
        known.forEach(person -> next.put(person.id(), person));
        people = next;
    }

    /** How often the list was asked for, whatever was answered. */
    public int listed() {
        return listed.get();
    }

    /** How often a sign-in of this agent was asked for, whatever was answered. */
    public int seen(String agentId) {
        return seen.getOrDefault(agentId, 0);
    }

    private void ask(HttpExchange exchange) throws IOException {
        JsonNode given = body(exchange);
        String path =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String agentId = given.path("agentId").asText();
        if (path.equals("POST /agents/sign-in")) {
            seen.merge(agentId, 1, Integer::sum);
        } else if (path.equals("GET /agents")) {
            listed.incrementAndGet();
        }
        Fault now = fault;
        if (now == Fault.SILENCE) {
            silence(exchange);
            return;
        }
        answer(
                exchange,
                switch (now) {
                    case ERROR_401 -> Reply.error(401, "wrong id or password");
                    case ERROR_404 -> Reply.error(404, "there is nobody of that name");
                    case ERROR_500 -> Reply.error(500, "internal error");
                    case ERROR_503 -> Reply.error(503, "in maintenance");
                    case HTML -> new Reply(200, "text/html", "<html><body><h1>Welcome<br></h1></body></html>");
                    case HALF_JSON -> Reply.json("{\"id\": \"" + agentId + "\", \"na");
                    case HUGE -> Reply.huge(agentId);
                    case NONE, SILENCE ->
                        switch (path) {
                            case "POST /agents/sign-in" ->
                                signIn(agentId, given.path("password").asText());
                            case "GET /agents" ->
                                Reply.json(text(people.values().stream()
                                        .map(Person::told)
                                        .toList()));
                            default -> Reply.error(404, "there is no such path");
                        };
                });
    }

    private Reply signIn(String agentId, String password) {
        Person person = people.get(agentId);
        return person != null && person.password().equals(password)
                ? Reply.json(text(person.told()))
                : Reply.error(401, "wrong id or password");
    }

    private static void silence(HttpExchange exchange) {
        try (exchange) {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void control(HttpExchange exchange) throws IOException {
        String path =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        JsonNode given = body(exchange);
        if (path.equals("POST /control/fault")) {
            String wanted = given.path("fault").asText();
            for (Fault known : Fault.values()) {
                if (known.name().equals(wanted)) {
                    fault(known);
                    answer(exchange, Reply.json(text(Map.of("fault", known))));
                    return;
                }
            }
            answer(exchange, Reply.error(400, "send {\"fault\": ...} with one of " + List.of(Fault.values())));
        } else if (path.equals("GET /control/seen")) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("fault", fault);
            told.put("signIns", new TreeMap<>(seen));
            told.put("lists", listed());
            answer(exchange, Reply.json(text(told)));
        } else {
            answer(exchange, Reply.error(404, "POST /control/fault or GET /control/seen"));
        }
    }

    /** Missing where it is no JSON. */
    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST);
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String text(Object value) {
        return JSON.valueToTree(value).toString();
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), reply.length());
            reply.write(exchange.getResponseBody());
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
