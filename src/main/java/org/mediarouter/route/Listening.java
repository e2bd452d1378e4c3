package org.mediarouter.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsConsumer;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/** The routes of a node that take messages from the broker. */
public final class Listening {
    private static final Duration IN_HAND = Duration.ofSeconds(5);

    private Listening() {}

    /** Their ids, in the order in which they were started. */
    static List<String> routes(CamelContext camel) {
        return camel.getRoutes().stream()
                .filter(route -> route.getConsumer() instanceof JmsConsumer)
                .map(Route::getRouteId)
                .toList();
    }

    /**
     * Ends the listening of all of them at once, and waits until no message is in hand, for at most 5 s. Camel, which stops
     * routes one after the other, would wait for each until its receive returns: up to a second a queue.
     */
    public static void cease(CamelContext camel) throws Exception {
        List<Route> listening = camel.getRoutes().stream()
                .filter(route -> route.getConsumer() instanceof JmsConsumer
                        && camel.getRouteController().getRouteStatus(route.getRouteId()) == ServiceStatus.Started)
                .toList();
        CountDownLatch left = new CountDownLatch(listening.size());
        for (Route route : listening) {
            JmsConsumer consumer = (JmsConsumer) route.getConsumer();
            ((DefaultMessageListenerContainer) consumer.getListenerContainer()).stop(left::countDown);
        }
        // Whoever is still at work then is waited for by Camel.
        left.await(IN_HAND.toMillis(), TimeUnit.MILLISECONDS);
    }
}
