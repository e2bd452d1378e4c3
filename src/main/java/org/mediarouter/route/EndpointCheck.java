package org.mediarouter.route;

import java.util.List;
import java.util.Optional;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.mediarouter.routing.expression.Suggestion;

/** Whether Camel's catalogue knows an endpoint's component and options. */
final class EndpointCheck {
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
        EndpointValidationResult result = catalog.validateEndpointProperties(uri, false, receives, !receives);
        if (result.isSuccess()) {
            return Optional.empty();
        }
        String summary = result.summaryErrorMessage(false);
        String message = summary == null ? "something is wrong with it" : summary;
        return Optional.of(new Problem(uri + ": " + message.strip().replaceAll("\\s+", " "), remedy(uri, result)));
    }

    private String remedy(String uri, EndpointValidationResult result) {
        if (result.getUnknownComponent() != null) {
            return "is the component's jar in lib?";
        }
        ComponentModel component = catalog.componentModel(uri.substring(0, Math.max(0, uri.indexOf(':'))));
        if (result.getUnknown() == null || component == null) {
            return "see the component's options in Camel's documentation";
        }
        List<String> options = component.getEndpointOptions().stream()
                .map(ComponentModel.EndpointOptionModel::getName)
                .toList();
        return Suggestion.among(options, result.getUnknown().iterator().next());
    }
}
