package org.mediarouter.cluster;

import com.hazelcast.config.AttributeConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.IndexConfig;
import com.hazelcast.config.IndexType;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.YamlConfigBuilder;
import com.hazelcast.core.HazelcastException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/**
 * Hazelcast's configuration: what an operator may tune stands in {@code config/hazelcast.yaml}; what the stores rely on is
 * set here over it, so that no edit can break their promises.
 */
final class ClusterConfiguration {
    static final String PLANS = "plans";
    static final String REQUESTS = "requests";
    static final String REASONS = "reasons";
    static final String ENDED = "ended-tasks";

    /** How long a closed task is remembered. */
    static final int REMEMBERED_HOURS = 24;

    /** The reasons of a task that lives longer are forgotten. */
    private static final int LONGEST_LIFE_DAYS = 7;

    /** Of each of the two, on each node; what was used longest ago goes first. */
    private static final int REMEMBERED_MEGABYTES = 128;

    static final String QUEUE_FIGURES = "queue-figures";
    static final String CONFIGURATIONS = "configurations";

    private ClusterConfiguration() {}

    static Config of(ClusterSettings settings) {
        Config config = read(settings);
        config.setClusterName(settings.name());
        config.setInstanceName(settings.name() + "/" + settings.node());
        config.getMemberAttributeConfig().setAttribute("node", settings.node());
        network(config.getNetworkConfig(), settings);
        maps(config);
        serialization(config.getSerializationConfig());
        return config;
    }

    private static Config read(ClusterSettings settings) {
        try (InputStream yaml = Files.newInputStream(settings.configuration())) {
            return new YamlConfigBuilder(yaml).build();
        } catch (IOException e) {
            throw new ClusterStartException(settings.configuration() + ": can't be read", e);
        } catch (HazelcastException | IllegalArgumentException e) {
            throw new ClusterStartException(ConfigurationFault.told(settings.configuration(), e), e);
        }
    }

    private static void network(NetworkConfig network, ClusterSettings settings) {
        network.setPort(settings.port()).setPortAutoIncrement(false);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(settings.members());
        if (settings.loopback()) {
            network.getInterfaces().setEnabled(true).clear().addInterface("127.0.0.1");
        }
    }

    private static void maps(Config config) {
        // Objects without an index: half the cost of an operation, and who is in an MRD is seldom asked for. With an
        // index each operation would copy the object.
        config.getMapConfig(StoredAgent.MAP)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .addAttributeConfig(attribute(StoredAgent.PRESENT_IN, StoredAgent.PresentIn.class))
                .addAttributeConfig(attribute(StoredAgent.LOGGED_IN, StoredAgent.LoggedIn.class));
        // Bytes, since tasks need indexes; the object is kept beside them. OPEN_IN is sorted, so that all that are open
        // can be found without those that are CLOSED, which are many more.
        config.getMapConfig(StoredTask.MAP)
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .addAttributeConfig(attribute(StoredTask.OPEN_IN, StoredTask.OpenIn.class))
                .addAttributeConfig(attribute(StoredTask.WAITING_IN, StoredTask.WaitingIn.class))
                .addIndexConfig(new IndexConfig(IndexType.SORTED, StoredTask.OPEN_IN))
                .addIndexConfig(new IndexConfig(IndexType.HASH, StoredTask.WAITING_IN));
        config.getMapConfig(Lane.MAP).setInMemoryFormat(InMemoryFormat.OBJECT);
        config.getMapConfig(OpenSignIn.MAP).setInMemoryFormat(InMemoryFormat.OBJECT);
        config.getMapConfig(PLANS).setTimeToLiveSeconds((int) TimeUnit.MINUTES.toSeconds(11));
        remembered(config, REASONS, TimeUnit.DAYS.toSeconds(LONGEST_LIFE_DAYS));
        remembered(config, ENDED, TimeUnit.HOURS.toSeconds(REMEMBERED_HOURS));
        config.getMapConfig(REQUESTS).setTimeToLiveSeconds((int) TimeUnit.HOURS.toSeconds(24));
    }

    private static void remembered(Config config, String map, long seconds) {
        config.getMapConfig(map)
                .setTimeToLiveSeconds((int) seconds)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.USED_HEAP_SIZE)
                        .setSize(REMEMBERED_MEGABYTES));
    }

    private static AttributeConfig attribute(String name, Class<?> extractor) {
        return new AttributeConfig(name, extractor.getName());
    }

    private static void serialization(SerializationConfig serialization) {
        RecordSerializer.addAll(serialization);
        JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig().setDefaultsDisabled(true);
        // Only the exceptions that members tell each other need Java's own serialization.
        filter.getWhitelist().addPrefixes("java.lang.", "java.util.", "java.io.", "com.hazelcast.", "[");
        serialization.setJavaSerializationFilterConfig(filter);
    }
}
