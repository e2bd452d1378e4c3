package org.mediarouter.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.database.DatabaseSettings;
import org.mediarouter.finesse.FinesseSettings;
import org.mediarouter.finesse.Secrets;

/**
 * What a node runs with; each member is described in {@code config/application.properties}.
 *
 * @param values all settings by name, for the routes' placeholders; passwords are left out
 * @param camel what else stands in the file, for Camel itself
 */
record Settings(
        Set<Role> roles,
        String node,
        Broker broker,
        Path data,
        Store store,
        Cluster cluster,
        Path config,
        Path routing,
        Path routes,
        List<String> destinations,
        Duration connectedFor,
        boolean taskQueued,
        Http http,
        ContactCentre contactCentre,
        UmmAgents ummAgents,
        Map<String, String> values,
        Map<String, String> camel) {

    /** {@code mediarouter.broker.*}; an empty URL means the embedded one. */
    record Broker(String url, String host, int port, String user, String password) {
        @Override
        public String toString() {
            return "Broker[url=" + url + ", host=" + host + ", port=" + port + ", user=" + user + "]";
        }
    }

    /**
     * {@code mediarouter.store.*}; an empty URL means a file in {@code mediarouter.data}.
     *
     * @param keep how long CLOSED tasks stay there
     */
    record Store(String url, String user, String password, Duration keep) {
        @Override
        public String toString() {
            return "Store[user=" + user + "]";
        }
    }

    /** {@code mediarouter.cluster.*}. */
    record Cluster(String name, int port, List<String> members) {}

    /** {@code mediarouter.http.*}; port 0: no HTTP. */
    record Http(String host, int port, String user, String password) {
        @Override
        public String toString() {
            return "Http[host=" + host + ", port=" + port + ", user=" + user + "]";
        }
    }

    /** The database behind the shared state. */
    DatabaseSettings database() {
        return store.url().isEmpty()
                ? DatabaseSettings.file(data)
                : new DatabaseSettings(store.url(), store.user(), store.password());
    }

    Duration keepsClosedTasksFor() {
        return store.keep();
    }

    /** {@code mediarouter.finesse.*}, and the key for its agents' passwords. */
    record ContactCentre(FinesseSettings finesse, @Nullable Secrets secrets) {}

    /**
     * How agents come from UMM: {@code mediarouter.umm.sync-*}, {@code .agents-url}, {@code .mrds}.
     *
     * @param every zero: never
     * @param mrds of those of whom UMM says none
     * @param mayShrink whether more than half of them may vanish at once
     */
    record UmmAgents(Duration every, String url, Set<String> mrds, boolean mayShrink) {}

    /** Whether this node synchronises agents from UMM. */
    boolean synchronisesAgents() {
        return !ummAgents.every().isZero() && has(Role.COMMUNICATION_SERVER);
    }

    /** Where UMM is asked; empty: there is none. */
    String ummUrl() {
        return values.getOrDefault(Setting.UMM_URL.key(), "");
    }

    /** Whether the broker runs inside this program. */
    boolean embeddedBroker() {
        return broker.url().isEmpty();
    }

    /** Whether the node is a broker and nothing else: it has no part in the cluster and its state. */
    boolean brokerAlone() {
        return roles.equals(Set.of(Role.BROKER));
    }

    Path brokerUsers() {
        return config.resolve("broker-users.properties");
    }

    Path brokerRoles() {
        return config.resolve("broker-roles.properties");
    }

    Path brokerConfiguration() {
        return config.resolve("broker.xml");
    }

    Path hazelcast() {
        return config.resolve("hazelcast.yaml");
    }

    boolean has(Role role) {
        return roles.contains(role);
    }
}
