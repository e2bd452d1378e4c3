package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running node answers over HTTP. Credentials, where it asks for some, come from the environment. */
final class NodeAnswers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "MEDIAROUTER_HTTP_USER";
    private static final String PASSWORD = "MEDIAROUTER_HTTP_PASSWORD";

    private final URI node;
    private final Map<String, String> environment;

    NodeAnswers(URI node, Map<String, String> environment) {
        this.node = node;
        this.environment = environment;
    }

    /** A node can't be asked, or refuses to answer; the message is one sentence for people. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** The JSON behind a path that begins with a slash. */
    JsonNode get(String path) throws Refused, InterruptedException {
        HttpResponse<String> response;
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(node.resolve(path)).timeout(PATIENCE);
            String credentials = credentials();
            if (credentials != null) {
                request.header("Authorization", credentials);
            }
            response = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("no node answers at " + node + ": start one, or name another by --node=http://HOST:PORT");
        }
        if (response.statusCode() == 401) {
            throw new Refused("the node at " + node + " asks who you are: set " + USER + " and " + PASSWORD);
        }
        return read(response);
    }

    private JsonNode read(HttpResponse<String> response) throws Refused {
        try {
            JsonNode body = new ObjectMapper().readTree(response.body());
            if (response.statusCode() == 200) {
                return body;
            }
            throw new Refused(
                    body.path("message").asText("the node at " + node + " answered " + response.statusCode()));
        } catch (IOException e) {
            throw new Refused("the node at " + node + " answered " + response.statusCode()
                    + " and no JSON: it may be of another version, or something else");
        }
    }

    private @Nullable String credentials() {
        String user = environment.get(USER);
        String password = environment.getOrDefault(PASSWORD, "");
        return user == null
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
