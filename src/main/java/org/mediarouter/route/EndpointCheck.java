package org.mediarouter.route;

import java.util.List;
import java.util.Optional;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.mediarouter.routing.expression.Suggestion;

/** Whether an endpoint's component is there, and has its options by Camel's catalogue. */
final class EndpointCheck {
    /** Where Camel looks for a component; one of somebody's own, which no catalogue knows, is there, too. */
    private static final String COMPONENTS = "/META-INF/services/org/apache/camel/component/";

    private final CamelCatalog catalog = new DefaultCamelCatalog(true);

    /** What is wrong with an endpoint, and what would be right. */
    record Problem(String message, String remedy) {}

    /**
     * Looks at one endpoint.
     *
     * @param uri with all its options
     * @param receives whether it is one that a route begins with
     */
    Optional<Problem> problem(String uri, boolean receives) {
        String component = uri.split("[:?]", 2)[0];
        if (!component.contains("{") && EndpointCheck.class.getResource(COMPONENTS + component) == null) {
            return Optional.of(absent(component));
        }
        EndpointValidationResult result = catalog.validateEndpointProperties(uri, false, receives, !receives);
        if (result.isSuccess()) {
            return Optional.empty();
        }
        String summary = result.summaryErrorMessage(false);
        String message = summary == null ? "something is wrong with it" : summary;
        return Optional.of(
                new Problem(uri + ": " + message.strip().replaceAll("\\s+", " "), remedy(component, result)));
    }

    private Problem absent(String component) {
        ComponentModel elsewhere = catalog.componentModel(component);
        return elsewhere == null
                ? new Problem(
                        "there is no component " + component, Suggestion.among(catalog.findComponentNames(), component))
                : new Problem(
                        "the component " + component + " isn't here",
                        "put " + elsewhere.getArtifactId() + " and what it needs into lib");
    }

    private String remedy(String name, EndpointValidationResult result) {
        ComponentModel component = catalog.componentModel(name);
        if (result.getUnknown() == null || component == null) {
            return "see the component's options in Camel's documentation";
        }
        List<String> options = component.getEndpointOptions().stream()
                .map(ComponentModel.EndpointOptionModel::getName)
                .toList();
        return Suggestion.among(options, result.getUnknown().iterator().next());
    }
}
