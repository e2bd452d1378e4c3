package org.mediarouter.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a file of the flow.
 *
 * @param kind {@code route}, {@code routeTemplate}, {@code templatedRoute}, {@code routeConfiguration} or another of Camel's
 * @param id what it is called; for one that has no id, its place
 * @param json the whole entry
 */
record RouteElement(String kind, String id, JsonNode json) {
    private static final String DIRECT = "direct:";

    /** The entries of a file, in order. */
    static List<RouteElement> of(RouteFile file) {
        List<RouteElement> elements = new ArrayList<>();
        for (JsonNode entry : file.root()) {
            String kind = entry.fieldNames().hasNext() ? entry.fieldNames().next() : "";
            JsonNode body = entry.path(kind);
            String id = body.path(kind.equals("templatedRoute") ? "routeId" : "id")
                    .asText(file.path().getFileName() + "/" + elements.size());
            elements.add(new RouteElement(kind, id, entry));
        }
        return elements;
    }

    /** Whether a route comes of it, which can be stopped and replaced. */
    boolean isRoute() {
        return kind.equals("route") || kind.equals("templatedRoute");
    }

    boolean isTemplate() {
        return kind.equals("routeTemplate");
    }

    /** Whether its messages come from elsewhere than another route. */
    boolean consumes() {
        JsonNode from = json.path(kind).path("from");
        String uri = from.isTextual() ? from.asText() : from.path("uri").asText();
        return kind.equals("route") && !uri.startsWith(DIRECT);
    }

    /** The queue of ours that it takes messages from; null where it is none. */
    @Nullable
    String queue() {
        String uri = json.path(kind).path("from").path("uri").asText();
        return kind.equals("route") && uri.startsWith("jms:queue:")
                ? uri.substring("jms:queue:".length()).split("\\?")[0]
                : null;
    }

    /** Whether it is made from that template. */
    boolean madeFrom(RouteElement template) {
        return kind.equals("templatedRoute")
                && json.path(kind).path("routeTemplateRef").asText().equals(template.id());
    }
}
