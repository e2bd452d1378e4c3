package org.mediarouter.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All entries of a flow at one time.
 *
 * @param name tells it from other revisions: the same files have the same name on every node
 */
record RouteRevision(String name, List<RouteElement> elements) {
    RouteRevision {
        elements = List.copyOf(elements);
    }

    /** The entries of these files. */
    static RouteRevision of(String name, List<RouteFile> files) {
        List<RouteElement> elements = new ArrayList<>();
        files.forEach(file -> elements.addAll(RouteElement.of(file)));
        return new RouteRevision(name, elements);
    }

    /**
     * What has to be done to come from another revision to this one.
     *
     * @param gone to be taken out, before anything is put in: what isn't there any more or is different now
     * @param come to be put in
     */
    record Step(List<RouteElement> gone, List<RouteElement> come) {
        /** Whether only new routes come: nobody need wait. */
        boolean onlyAdds() {
            return gone.isEmpty();
        }
    }

    /** Whatever differs, and the routes that are made differently because of it. */
    Step from(RouteRevision earlier) {
        Set<RouteElement> gone = new LinkedHashSet<>(earlier.elements);
        elements.forEach(gone::remove);
        Set<RouteElement> come = new LinkedHashSet<>(elements);
        earlier.elements.forEach(come::remove);
        boolean all = gone.stream().anyMatch(RouteRevision::concernsAll)
                || come.stream().anyMatch(RouteRevision::concernsAll);
        Predicate<RouteElement> concerned = element -> all
                || gone.stream().anyMatch(other -> other.isTemplate() && element.madeFrom(other))
                || come.stream().anyMatch(other -> other.isTemplate() && element.madeFrom(other));
        earlier.elements.stream().filter(concerned).forEach(gone::add);
        elements.stream().filter(concerned).forEach(come::add);
        return new Step(List.copyOf(gone), List.copyOf(come));
    }

    /** What isn't a route or a template, as a configuration of routes, may change what any route does. */
    private static boolean concernsAll(RouteElement element) {
        return !element.isRoute() && !element.isTemplate();
    }

    /** As Camel reads it: JSON is YAML. */
    static String text(List<RouteElement> elements) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(element.json()));
        return array.toString();
    }
}
