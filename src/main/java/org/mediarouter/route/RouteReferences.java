package org.mediarouter.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.Suggestion;

/** What the files of a flow name: steps, endpoints and their options, routes of their own. */
final class RouteReferences {
    private static final String DIRECT = "direct:";

    private final List<RouteFile> files;
    private final @Nullable EndpointCheck endpoints;
    private final Set<String> steps = StepNames.all();
    private final List<RouteMistake> mistakes = new ArrayList<>();
    private final Map<String, Place> ids = new HashMap<>();
    private final Map<String, JsonNode> templates = new TreeMap<>();
    private final Map<String, RouteFile> templateFiles = new HashMap<>();
    private final Set<String> directs = new TreeSet<>();
    private final Map<String, Place> called = new TreeMap<>();

    /** Where something stands. */
    record Place(RouteFile file, String pointer) {}

    /**
     * In these files.
     *
     * @param endpoints null: their options are not looked at
     */
    RouteReferences(List<RouteFile> files, @Nullable EndpointCheck endpoints) {
        this.files = files;
        this.endpoints = endpoints;
    }

    List<RouteMistake> mistakes() {
        for (RouteFile file : files) {
            for (int i = 0; i < file.root().size(); i++) {
                define(file, file.root().get(i), "/" + i);
            }
        }
        for (RouteFile file : files) {
            for (int i = 0; i < file.root().size(); i++) {
                look(file, file.root().get(i), "/" + i);
            }
        }
        called.forEach((endpoint, place) -> {
            if (!directs.contains(endpoint)) {
                wrong(place, "nothing receives from " + endpoint, Suggestion.among(directs, endpoint));
            }
        });
        return mistakes;
    }

    /** Where the route of that id is made; known once the mistakes have been looked for. */
    Optional<Place> defined(String id) {
        return Optional.ofNullable(ids.get(id));
    }

    private void define(RouteFile file, JsonNode element, String pointer) {
        if (element.has("route")) {
            id(file, element.path("route").path("id"), pointer + "/route");
        } else if (element.has("routeTemplate")) {
            JsonNode template = element.path("routeTemplate");
            id(file, template.path("id"), pointer + "/routeTemplate");
            templates.put(template.path("id").asText(), template);
            templateFiles.put(template.path("id").asText(), file);
        } else if (element.has("templatedRoute")) {
            id(file, element.path("templatedRoute").path("routeId"), pointer + "/templatedRoute");
        }
    }

    private void id(RouteFile file, JsonNode id, String pointer) {
        Place place = new Place(file, pointer);
        if (!id.isTextual()) {
            wrong(place, "it has no id", "give it one, so that it can be named in logs and when it is replaced");
            return;
        }
        Place first = ids.putIfAbsent(id.asText(), place);
        if (first != null) {
            wrong(
                    place,
                    "there are two of the id " + id.asText(),
                    "the first is at " + first.file().path() + ":"
                            + first.file().line(first.pointer()));
        }
    }

    private void look(RouteFile file, JsonNode element, String pointer) {
        if (element.has("templatedRoute")) {
            JsonNode route = element.path("templatedRoute");
            String name = route.path("routeTemplateRef").asText();
            JsonNode template = templates.get(name);
            Place place = new Place(file, pointer + "/templatedRoute/routeTemplateRef");
            if (template == null) {
                wrong(place, "there is no route template " + name, Suggestion.among(templates.keySet(), name));
            } else {
                Map<String, String> parameters = new HashMap<>();
                route.path("parameters")
                        .forEach(parameter -> parameters.put(
                                parameter.path("name").asText(),
                                parameter.path("value").asText()));
                new Reader(place, parameters).read(template, "");
            }
        } else if (!element.has("routeTemplate")) {
            new Reader(new Place(file, pointer), Map.of()).read(element, pointer);
        }
    }

    private void wrong(Place place, String message, String remedy) {
        mistakes.add(place.file().mistakeAt(place.pointer(), message, remedy));
    }

    /** Reads one route; one from a template is blamed on the place that makes it, with the template's parameters put in. */
    private final class Reader {
        private final Place origin;
        private final Map<String, String> parameters;

        Reader(Place origin, Map<String, String> parameters) {
            this.origin = origin;
            this.parameters = parameters;
        }

        private Place place(String pointer) {
            return parameters.isEmpty() ? new Place(origin.file(), pointer) : origin;
        }

        private String filled(String text) {
            String filled = text;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                filled = filled.replace("{{" + parameter.getKey() + "}}", parameter.getValue());
            }
            return filled;
        }

        void read(JsonNode node, String pointer) {
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    read(node.get(i), pointer + "/" + i);
                }
                return;
            }
            node.properties().forEach(member -> {
                String below = pointer + "/" + member.getKey();
                JsonNode value = member.getValue();
                switch (member.getKey()) {
                    case "from" -> endpoint(value, below, directs);
                    case "to" -> endpoint(value, below, null);
                    case "process" -> step(value, below);
                    default -> {}
                }
                read(value, below);
            });
        }

        private void step(JsonNode process, String pointer) {
            String ref = filled(process.path("ref").asText());
            if (!ref.isEmpty() && !ref.startsWith("#") && !steps.contains(ref)) {
                wrong(place(pointer + "/ref"), "there is no step " + ref, Suggestion.among(steps, ref));
            }
        }

        private void endpoint(JsonNode endpoint, String pointer, @Nullable Set<String> into) {
            String uri = filled(
                    endpoint.isTextual()
                            ? endpoint.asText()
                            : endpoint.path("uri").asText());
            if (uri.isEmpty()) {
                return;
            }
            if (uri.startsWith(DIRECT) && into != null) {
                into.add(uri);
            } else if (uri.startsWith(DIRECT)) {
                called.putIfAbsent(uri, place(pointer));
            }
            StringBuilder full = new StringBuilder(uri);
            endpoint.path("parameters")
                    .properties()
                    .forEach(option -> full.append(full.indexOf("?") < 0 ? '?' : '&')
                            .append(option.getKey())
                            .append('=')
                            .append(filled(option.getValue().asText())));
            if (endpoints != null) {
                endpoints
                        .problem(full.toString(), into != null)
                        .ifPresent(problem -> wrong(place(pointer), problem.message(), problem.remedy()));
            }
        }
    }
}
