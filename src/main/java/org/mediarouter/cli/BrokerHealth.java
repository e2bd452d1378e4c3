package org.mediarouter.cli;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.mediarouter.broker.EmbeddedBroker;

/** Whether the broker runs, for a node that is nothing else. */
final class BrokerHealth extends AbstractHealthCheck {
    private final EmbeddedBroker broker;

    BrokerHealth(EmbeddedBroker broker) {
        super("mediarouter", "node");
        this.broker = broker;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (broker.isRunning()) {
            builder.up();
        } else {
            builder.message("the broker is not running").down();
        }
    }
}
