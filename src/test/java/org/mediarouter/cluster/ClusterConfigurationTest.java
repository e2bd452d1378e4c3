package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.instance.EndpointQualifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterConfigurationTest {
    private static final Path SHIPPED = Path.of("config/hazelcast.yaml");

    @TempDir
    private Path directory;

    @Test
    void theShippedOneIsGoodAndStaysOnTheLoopback() {
        // when
        Config config = ClusterConfiguration.of(ClusterSettings.defaults(SHIPPED, "node-1"));
        // then
        assertThat(config.getClusterName()).isEqualTo("media-router");
        assertThat(members(config).getPort()).isEqualTo(5701);
        assertThat(members(config).getInterfaces().getInterfaces()).containsExactly("127.0.0.1");
        assertThat(config.getAdvancedNetworkConfig().getEndpointConfigs()).hasSize(1);
        assertThat(join(config).getMulticastConfig().isEnabled()).isFalse();
        assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
        assertThat(config.getProperty("hazelcast.operation.fail.on.indeterminate.state"))
                .isEqualTo("true");
        assertThat(config.getMapConfig("tasks").getBackupCount()).isEqualTo(1);
    }

    @Test
    void membersElsewhereOpenTheNodeToTheNetwork() {
        // when
        Config config = ClusterConfiguration.of(
                new ClusterSettings(SHIPPED, "node-1", "media-router", 5701, List.of("192.0.2.1:5701", "192.0.2.2")));
        // then
        assertThat(members(config).getInterfaces().isEnabled()).isFalse();
        assertThat(join(config).getTcpIpConfig().getMembers()).containsExactly("192.0.2.1:5701", "192.0.2.2");
    }

    @Test
    void whatTheFileSaysOfTheMembersPortIsKept() throws IOException {
        // given
        Path edited = written("hazelcast:\n  advanced-network:\n    enabled: true\n"
                + "    member-server-socket-endpoint-config:\n      public-address: 192.0.2.9:5701\n");
        // when
        Config config = ClusterConfiguration.of(ClusterSettings.defaults(edited, "node-1"));
        // then
        assertThat(members(config).getPublicAddress()).isEqualTo("192.0.2.9:5701");
        assertThat(members(config).getPort()).isEqualTo(5701);
    }

    private static ServerSocketEndpointConfig members(Config config) {
        return (ServerSocketEndpointConfig)
                config.getAdvancedNetworkConfig().getEndpointConfigs().get(EndpointQualifier.MEMBER);
    }

    private static JoinConfig join(Config config) {
        return config.getAdvancedNetworkConfig().getJoin();
    }

    @Test
    void noEditBreaksWhatTheStoresRelyOn() throws IOException {
        // given
        Path edited = written("hazelcast:\n  map:\n    agents:\n      in-memory-format: BINARY\n");
        // when
        Config config = ClusterConfiguration.of(ClusterSettings.defaults(edited, "node-1"));
        // then
        assertThat(config.getMapConfig("agents").getInMemoryFormat()).isEqualTo(InMemoryFormat.OBJECT);
        assertThat(config.getMapConfig("tasks").getIndexConfigs()).hasSize(2);
        assertThat(config.getMapConfig("plans").getTimeToLiveSeconds()).isGreaterThanOrEqualTo(600);
    }

    @Test
    void aMistakeIsToldWithFileAndLine() throws IOException {
        Path unknownKey = written("hazelcast:\n  properties:\n    a: b\n  metrix:\n    enabled: false\n");
        assertThatThrownBy(() -> ClusterNode.check(ClusterSettings.defaults(unknownKey, "node-1")))
                .isInstanceOf(ClusterStartException.class)
                .hasMessageContaining(unknownKey + ", line 4")
                .hasMessageContaining("metrix");
        Path noYaml = written("hazelcast:\n  properties:\n   a: b\n  metrics\n    enabled: false\n");
        assertThatThrownBy(() -> ClusterNode.check(ClusterSettings.defaults(noYaml, "node-1")))
                .isInstanceOf(ClusterStartException.class)
                .hasMessageContaining(noYaml + ", line 4");
        Path absent = directory.resolve("absent.yaml");
        assertThatThrownBy(() -> ClusterNode.check(ClusterSettings.defaults(absent, "node-1")))
                .isInstanceOf(ClusterStartException.class)
                .hasMessageContaining("absent.yaml");
        assertThatCode(() -> ClusterNode.check(ClusterSettings.defaults(SHIPPED, "node-1")))
                .doesNotThrowAnyException();
    }

    private Path written(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "hazelcast", ".yaml"), yaml);
    }
}
