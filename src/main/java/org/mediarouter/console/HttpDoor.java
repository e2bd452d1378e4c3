package org.mediarouter.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts {@link Endpoint}s on the port of health and metrics, behind the same authentication. */
public final class HttpDoor {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Bytes: a configuration of 50,000 agents, twice. */
    private static final long LONGEST_BODY = 16L * 1024 * 1024;

    private HttpDoor() {}

    /**
     * Opens it, once Camel has started its HTTP server.
     *
     * @param port on which Camel serves health and metrics
     * @throws IllegalStateException there is no server on that port
     */
    public static void open(CamelContext camel, int port, List<Endpoint> endpoints) {
        VertxPlatformHttpRouter router =
                VertxPlatformHttpRouter.lookup(camel, VertxPlatformHttpRouter.getRouterNameFromPort(port));
        if (router == null) {
            throw new IllegalStateException("there is no HTTP server on port " + port);
        }
        for (Endpoint endpoint : endpoints) {
            router.route(HttpMethod.valueOf(endpoint.method()), endpoint.path())
                    .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                    .blockingHandler(context -> serve(endpoint, context), false)
                    .failureHandler(HttpDoor::failed);
        }
    }

    private static void serve(Endpoint endpoint, RoutingContext context) {
        Answer answer;
        try {
            answer = endpoint.handler().apply(ask(context));
        } catch (Unavailable e) {
            answer = Answer.refused(503, "the cluster can't be reached now; try again");
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", endpoint.method(), endpoint.path(), e);
            answer = Answer.refused(500, "the node failed to answer; its log says why");
        }
        write(context, answer);
    }

    private static Ask ask(RoutingContext context) {
        Map<String, List<String>> query = new TreeMap<>();
        MultiMap parameters = context.queryParams();
        parameters.names().forEach(name -> query.put(name, List.copyOf(parameters.getAll(name))));
        String type = context.request().getHeader("Content-Type");
        String body = context.body() == null ? null : context.body().asString();
        return new Ask(
                Map.copyOf(context.pathParams()),
                query,
                type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                body == null ? "" : body,
                user(context));
    }

    private static @Nullable String user(RoutingContext context) {
        return context.user() == null ? null : context.user().principal().getString("username");
    }

    private static void failed(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        write(
                context,
                Answer.refused(
                        status,
                        status == 413
                                ? "the body is too long: at most " + LONGEST_BODY + " bytes"
                                : "the request can't be answered"));
    }

    private static void write(RoutingContext context, Answer answer) {
        try {
            context.response()
                    .setStatusCode(answer.status())
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .end(JSON.writeValueAsString(answer.body()) + "\n");
        } catch (JsonProcessingException e) {
            LOG.error("an answer can't be written", e);
            context.response().setStatusCode(500).end();
        }
    }
}
