package org.mediarouter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import picocli.CommandLine.Option;

/** The running node that a command asks, as options of that command. */
final class NodeAddress {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--node",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "where the node answers (${DEFAULT-VALUE})")
    private String node = "";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "${env:MEDIAROUTER_HTTP_USER:-}",
            description = "mediarouter.http.user of the node, or the environment's MEDIAROUTER_HTTP_USER")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:MEDIAROUTER_HTTP_PASSWORD:-}",
            description = "its password; others see it in the list of processes: better MEDIAROUTER_HTTP_PASSWORD")
    private String password = "";

    /** What the node answered. */
    record Response(int status, JsonNode body) {
        boolean done() {
            return status == 200;
        }

        String message() {
            return body.path("message").asText("the node answered with status " + status);
        }
    }

    /** A node can't be asked, or has nothing to tell; the message says why, for the one who called. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }
    }

    /**
     * The JSON behind a path that begins with a slash.
     *
     * @throws Unreachable also where the node answers with anything but 200
     */
    JsonNode get(String path) throws Unreachable {
        Response response = send(request(path).GET().build());
        if (!response.done()) {
            throw new Unreachable(response.message());
        }
        return response.body();
    }

    Response post(String path, String yaml) throws Unreachable {
        return send(request(path)
                .header("Content-Type", "application/yaml; charset=utf-8")
                .POST(BodyPublishers.ofString(yaml))
                .build());
    }

    /** A part of a path, or a parameter's value, as it stands in a URL. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) throws Unreachable {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.replaceFirst("/+$", "") + path))
                    .timeout(Duration.ofSeconds(60));
            if (!user.isEmpty()) {
                byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
                request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
            }
            return request;
        } catch (IllegalArgumentException e) {
            throw new Unreachable("--node=" + node + ": not an address (right: http://127.0.0.1:8080)");
        }
    }

    private Response send(HttpRequest request) throws Unreachable {
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()
                    .send(request, BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                throw new Unreachable(node + " refuses the user (--user and --password, or MEDIAROUTER_HTTP_USER and "
                        + "MEDIAROUTER_HTTP_PASSWORD, as mediarouter.http.user and .password of the node)");
            }
            return new Response(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new Unreachable(node + " answers, but is no node of this program (--node says where it is)");
        } catch (ConnectException e) {
            throw new Unreachable(node + ": nobody answers (does the node run? --node says where it is, "
                    + "mediarouter.http.port where it listens)");
        } catch (IOException e) {
            throw new Unreachable(node + " can't be asked: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }
}
