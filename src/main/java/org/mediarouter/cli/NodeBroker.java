package org.mediarouter.cli;

import jakarta.jms.JMSException;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.broker.BrokerSettings;
import org.mediarouter.broker.EmbeddedBroker;

/** A node's broker, its own or an outside one, and the connection to it. */
final class NodeBroker {
    private final Settings settings;
    private final Parts parts;
    private @Nullable EmbeddedBroker embedded;
    private @Nullable BrokerConnection connection;

    NodeBroker(Settings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /** Starts the node's own. */
    EmbeddedBroker embed() {
        EmbeddedBroker started = parts.closing(EmbeddedBroker.start(new BrokerSettings(
                settings.brokerConfiguration(),
                settings.brokerUsers(),
                settings.brokerRoles(),
                settings.data().resolve("broker"),
                settings.broker().host(),
                settings.broker().port(),
                true)));
        embedded = started;
        return started;
    }

    /** Connects to the one that the settings name, which is the node's own where they name none. */
    BrokerConnection connect() throws JMSException {
        String url =
                settings.embeddedBroker() ? embed().url() : settings.broker().url();
        connection = parts.closing(BrokerConnection.open(
                url, settings.broker().user(), settings.broker().password()));
        return connection;
    }

    /** The node's own; null where it is an outside one. */
    @Nullable
    EmbeddedBroker embedded() {
        return embedded;
    }

    /** The port that clients connect to; that of an outside broker is not known. */
    int port() {
        return embedded == null ? settings.broker().port() : embedded.port();
    }

    /** How many messages are in a queue. */
    long depth(String queue) {
        try {
            return connection == null ? 0 : connection.addresses().depth(queue);
        } catch (JMSException e) {
            throw new IllegalStateException("the broker can't be asked", e);
        }
    }
}
