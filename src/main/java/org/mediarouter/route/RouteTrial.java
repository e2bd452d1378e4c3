package org.mediarouter.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelException;
import org.apache.camel.Endpoint;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Lets Camel build the routes, with nothing behind them: what else is wrong with them (an expression, say) only Camel
 * itself can tell.
 */
final class RouteTrial {
    private RouteTrial() {}

    /**
     * What Camel refuses, in its words.
     *
     * @param route the id of the route that it is in; empty where Camel doesn't say
     */
    record Refused(Optional<String> route, String message) {}

    /**
     * Empty where Camel takes them.
     *
     * @param settings what placeholders stand for
     */
    static Optional<Refused> of(List<Path> files, Map<String, String> settings) {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.setAutoStartup(false);
            camel.disableJMX();
            camel.addComponent("jms", new Nowhere());
            Properties properties = new Properties();
            properties.putAll(settings);
            camel.getPropertiesComponent().setInitialProperties(properties);
            Processor nothing = exchange -> {};
            StepNames.all().forEach(step -> camel.getRegistry().bind(step, nothing));
            List<Resource> resources = files.stream()
                    .map(file -> ResourceHelper.resolveResource(camel, "file:" + file))
                    .toList();
            PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
            camel.start();
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("the routes can't be tried", e);
        } catch (Exception e) {
            return Optional.of(refused(e));
        }
    }

    private static Refused refused(Exception failure) {
        Optional<String> route = Optional.empty();
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof FailedToCreateRouteException inRoute && inRoute.getCause() != null) {
                route = Optional.ofNullable(inRoute.getRouteId());
                cause = inRoute.getCause();
            } else if (route.isEmpty()) {
                cause = next;
            }
        }
        String message = String.valueOf(cause.getMessage());
        return new Refused(route, message.strip().replaceAll("\\s+", " "));
    }

    /** Stands for the broker. */
    private static final class Nowhere extends DefaultComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
                throws CamelException {
            parameters.clear();
            try {
                return getCamelContext().getEndpoint("direct:" + uri.hashCode());
            } catch (RuntimeException e) {
                throw new CamelException("the broker can't be stood for", e);
            }
        }
    }
}
