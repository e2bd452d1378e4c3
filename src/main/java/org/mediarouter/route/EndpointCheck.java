package org.mediarouter.route;

import java.util.Optional;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Whether Camel's catalogue knows an endpoint's component and options. */
final class EndpointCheck {
    private final CamelCatalog catalog = new DefaultCamelCatalog();

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
        return Optional.of(new Problem(
                uri + ": " + message.strip().replaceAll("\\s+", " "),
                result.getUnknownComponent() == null
                        ? "see the component's options in Camel's documentation"
                        : "is the component's jar in lib?"));
    }
}
