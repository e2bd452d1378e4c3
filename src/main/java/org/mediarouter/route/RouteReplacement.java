package org.mediarouter.route;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes routes out of a running Camel context and puts others in; if it fails, those that were there are put back. */
final class RouteReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(RouteReplacement.class);

    private final CamelContext camel;

    RouteReplacement(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * Does one step; whatever consumes from outside has been stopped, where something goes.
     *
     * @throws IllegalStateException Camel refuses what comes: all is as it was
     */
    void take(RouteRevision.Step step) {
        remove(step.gone());
        try {
            add(step.come());
        } catch (Exception e) {
            LOG.warn("routes are put back", e);
            remove(step.come());
            try {
                add(step.gone());
            } catch (Exception again) {
                throw new IllegalStateException("the last good routes could not be put back: restart the node", again);
            }
            throw new IllegalStateException(root(e), e);
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private void remove(List<RouteElement> elements) {
        ModelCamelContext model = (ModelCamelContext) camel;
        try {
            for (RouteElement element : elements) {
                if (element.isRoute()) {
                    RouteDefinition route = model.getRouteDefinition(element.id());
                    if (route != null) {
                        model.removeRouteDefinition(route);
                    }
                } else if (element.isTemplate()) {
                    model.removeRouteTemplateDefinitions(element.id());
                } else {
                    removeConfigurations(model);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("routes could not be taken out", e);
        }
    }

    /** All of them: where one differs, every entry is replaced. */
    private static void removeConfigurations(ModelCamelContext model) throws Exception {
        for (RouteConfigurationDefinition definition : List.copyOf(model.getRouteConfigurationDefinitions())) {
            model.removeRouteConfiguration(definition);
        }
    }

    /** First what is called, then what takes messages from outside and calls it. */
    private void add(List<RouteElement> elements) throws Exception {
        List<RouteElement> called = new ArrayList<>();
        List<RouteElement> consuming = new ArrayList<>();
        elements.forEach(element -> (element.consumes() ? consuming : called).add(element));
        load(called);
        load(consuming);
    }

    private void load(List<RouteElement> elements) throws Exception {
        if (!elements.isEmpty()) {
            Resource resource = ResourceHelper.fromString("edited.camel.yaml", RouteRevision.text(elements));
            PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
        }
    }
}
