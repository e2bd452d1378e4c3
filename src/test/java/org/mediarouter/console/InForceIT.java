package org.mediarouter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.cluster.ClusterSettings;
import org.mediarouter.cluster.ConfigurationVersion;
import org.mediarouter.cluster.database.DatabaseSettings;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.Configuration;

class InForceIT {
    private static final String ONE = "mediaRoutingDomains: [{id: chat}]\n";
    private static final String TWO = "mediaRoutingDomains: [{id: chat}, {id: mail}]\n";

    private final String cluster = "test-" + UUID.randomUUID();

    private ClusterNode node(int port, int other) {
        return ClusterNode.start(
                new ClusterSettings(
                        Path.of("config/hazelcast.yaml"),
                        "node-" + port,
                        cluster,
                        port,
                        List.of("127.0.0.1:" + port, "127.0.0.1:" + other)),
                DatabaseSettings.inMemory(cluster));
    }

    private static InForce open(ClusterNode node, String name, String text) {
        Configuration read = ((Reading.Accepted) ConfigurationReader.read("test", text)).configuration();
        return InForce.open(node.configurations(), "routing.yaml", text, read, name, Clock.systemUTC());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ConfigurationVersion version(long number, String text, String who) {
        return new ConfigurationVersion(number, text, who, Clock.systemUTC().instant(), "", Map.of());
    }

    @Test
    void everyNodeFollowsTheStoreWhateverItsFileSays() throws Exception {
        int here = freePort();
        int there = freePort();
        try (ClusterNode first = node(here, there);
                ClusterNode second = node(there, here);
                InForce atFirst = open(first, "first", ONE);
                InForce atSecond = open(second, "second", TWO)) {
            assertThat(atSecond.get().mrds()).containsOnlyKeys("chat");
            assertThat(atSecond.known().version().who()).isEqualTo("first");
            List<Configuration> told = new CopyOnWriteArrayList<>();
            atFirst.onChange(told::add);

            assertThat(second.configurations().add(version(2, TWO, "anna"))).isTrue();
            assertThat(first.configurations().add(version(2, ONE, "ben"))).isFalse();

            await().untilAsserted(() -> assertThat(told).hasSize(1));
            assertThat(atFirst.get().mrds()).containsOnlyKeys("chat", "mail");
            assertThat(first.configurations().history())
                    .extracting(ConfigurationVersion::who)
                    .containsExactly("anna", "first");
        }
    }
}
