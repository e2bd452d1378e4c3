package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.BrokerFile;
import org.mediarouter.broker.BrokerStartException;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.cluster.ClusterSettings;
import org.mediarouter.cluster.ClusterStartException;
import org.mediarouter.route.RouteCheck;
import org.mediarouter.route.RouteMistake;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.Configuration;

/** Everything about a node's configuration that can be found wrong without starting it. */
final class Checks {
    private final Settings settings;

    private Checks(Settings settings) {
        this.settings = settings;
    }

    static Checks of(Settings settings) {
        return new Checks(settings);
    }

    /**
     * Adds what is wrong to the mistakes.
     *
     * @param toStart whether a node is to be started: its ports must be free; what broker, cluster and Camel say themselves
     *     when they start is left to them, since to find it twice takes seconds
     * @return the routing configuration; null where it has mistakes
     */
    @Nullable
    Configuration run(boolean toStart, List<Mistake> mistakes) {
        Bindings bindings = new Bindings(settings);
        bindings.checkProtection(mistakes);
        bindings.checkStore(mistakes);
        if (!toStart) {
            broker(mistakes);
            cluster(mistakes);
        }
        RouteCheck routes = RouteCheck.of(settings.routes(), settings.values());
        add(toStart ? routes.quickly() : routes.mistakes(), mistakes);
        Configuration configuration = routing(mistakes);
        if (toStart) {
            bindings.checkPorts(mistakes);
        }
        return configuration;
    }

    /** What is wrong with the routes, after Camel has refused them. */
    void routes(List<Mistake> mistakes) {
        add(RouteCheck.of(settings.routes(), settings.values()).mistakes(), mistakes);
    }

    private static void add(List<RouteMistake> wrong, List<Mistake> mistakes) {
        for (RouteMistake one : wrong) {
            mistakes.add(new Mistake(one.file() + ":" + one.line(), one.message(), one.remedy()));
        }
    }

    private void broker(List<Mistake> mistakes) {
        if (!settings.embeddedBroker()) {
            return;
        }
        try {
            BrokerFile.check(settings.brokerConfiguration());
        } catch (BrokerStartException e) {
            mistakes.add(new Mistake(settings.brokerConfiguration().toString(), String.valueOf(e.getMessage()), ""));
        }
        if (!Files.isReadable(settings.brokerRoles())) {
            mistakes.add(new Mistake(
                    settings.brokerRoles().toString(), "the file can't be read", "role = user,user; one a line"));
        }
    }

    private void cluster(List<Mistake> mistakes) {
        try {
            ClusterNode.check(new ClusterSettings(
                    settings.hazelcast(),
                    settings.node(),
                    settings.cluster().name(),
                    settings.cluster().port(),
                    settings.cluster().members()));
        } catch (ClusterStartException e) {
            mistakes.add(new Mistake(settings.hazelcast().toString(), String.valueOf(e.getMessage()), ""));
        }
    }

    private @Nullable Configuration routing(List<Mistake> mistakes) {
        Path file = settings.routing();
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            mistakes.add(new Mistake(
                    file.toString(),
                    "the routing configuration can't be read",
                    "is the file there? " + Setting.ROUTING.key() + " says where it is"));
            return null;
        }
        Reading reading = ConfigurationReader.read(file.toString(), text);
        if (reading instanceof Reading.Refused refused) {
            refused.mistakes()
                    .forEach(wrong -> mistakes.add(new Mistake(
                            wrong.file() + ":" + wrong.line() + ":" + wrong.column(),
                            wrong.message(),
                            wrong.remedy())));
            return null;
        }
        return ((Reading.Accepted) reading).configuration();
    }
}
