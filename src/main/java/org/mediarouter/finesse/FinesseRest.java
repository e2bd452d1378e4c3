package org.mediarouter.finesse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mediarouter.finesse.FinesseFault.Kind;

/** The REST interface of one side of Finesse. Every call is one attempt: who repeats it must know that he may. */
final class FinesseRest {
    private static final String ID_HEADER = "requestId";

    private final HttpClient client;
    private final String base;
    private final Duration patience;

    /**
     * For one side.
     *
     * @param base for example {@code https://finesse-a:8445/finesse/api}
     * @param patience how long an answer may take, to its last byte
     */
    FinesseRest(HttpClient client, String base, Duration patience) {
        this.client = client;
        this.base = base.replaceAll("/+$", "");
        this.patience = patience;
    }

    String base() {
        return base;
    }

    /** {@code GET SystemInfo}: it needs no sign-in, and answers when nothing else does. */
    Xml systemInfo() throws FinesseFault {
        return read(send(request("/SystemInfo", null).GET().build(), null));
    }

    /** {@code GET User/ID}. */
    FinesseUser user(Credentials agent) throws FinesseFault {
        Xml user = read(send(request("/User/" + agent.agentId(), agent).GET().build(), agent));
        try {
            return FinesseUser.of(user);
        } catch (Xml.Unreadable e) {
            throw FinesseFault.away("Finesse's answer can't be read: " + e.getMessage());
        }
    }

    /**
     * {@code PUT User/ID}: accepted, not yet done; what comes of it is told by notification.
     *
     * @return the request's id, which a notification of it may bear
     */
    String put(Credentials agent, String user) throws FinesseFault {
        String id = UUID.randomUUID().toString();
        HttpRequest request = request("/User/" + agent.agentId(), agent)
                .header("Content-Type", "application/xml")
                .header(ID_HEADER, id)
                .PUT(BodyPublishers.ofString(user))
                .build();
        send(request, agent);
        return id;
    }

    private HttpRequest.Builder request(String path, @Nullable Credentials agent) throws FinesseFault {
        URI uri = URI.create(base + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(patience).header("Accept", "application/xml");
        if (agent == null) {
            return request;
        }
        request.header("Authorization", agent.basic());
        try {
            List<String> cookies = agent.cookies().get(uri, Map.of()).getOrDefault("Cookie", List.of());
            if (!cookies.isEmpty()) {
                request.header("Cookie", String.join("; ", cookies));
            }
        } catch (IOException e) {
            throw FinesseFault.away("a cookie of Finesse can't be read");
        }
        return request;
    }

    private String send(HttpRequest request, @Nullable Credentials agent) throws FinesseFault {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, head -> new LimitedBody(Xml.LONGEST));
        try {
            // The request's own time-out ends with the answer's first byte; this one holds for the last, too.
            HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (agent != null) {
                agent.cookies().put(request.uri(), response.headers().map());
            }
            return body(response);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw FinesseFault.away("Finesse has not answered within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw FinesseFault.away("Finesse can't be reached: " + cause(e));
        } catch (IOException e) {
            throw FinesseFault.away("a cookie of Finesse can't be read");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw FinesseFault.away("interrupted");
        }
    }

    private static String cause(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String body(HttpResponse<String> response) throws FinesseFault {
        int status = response.statusCode();
        if (status == 200 || status == 202) {
            return response.body();
        }
        ApiError error = error(response.body());
        String told = "Finesse answers " + status + (error == null ? "" : ": " + error.told());
        switch (status) {
            case 401, 403 -> throw new FinesseFault(Kind.CREDENTIALS, told, error);
            case 400, 404, 409, 501 -> throw new FinesseFault(Kind.REFUSED, told, error);
            default -> throw FinesseFault.away(told);
        }
    }

    private static @Nullable ApiError error(String body) {
        try {
            Xml errors = Xml.read(body);
            return errors.name().equals("apierrors") ? ApiError.of(errors) : null;
        } catch (Xml.Unreadable e) {
            return null;
        }
    }

    private static Xml read(String body) throws FinesseFault {
        try {
            return Xml.read(body);
        } catch (Xml.Unreadable e) {
            throw FinesseFault.away("Finesse's answer can't be read: " + e.getMessage());
        }
    }
}
