package org.mediarouter.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.AttributeConfig;
import com.hazelcast.config.CacheDeserializedValues;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.IndexConfig;
import com.hazelcast.config.IndexType;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.config.YamlConfigBuilder;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.instance.EndpointQualifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Hazelcast's configuration: what an operator may tune stands in {@code config/hazelcast.yaml}; what the stores rely on is
 * set here over it, so that no edit can break their promises.
 */
final class ClusterConfiguration {
    static final String PLANS = "plans";
    static final String REQUESTS = "requests";
    static final String QUEUE_FIGURES = "queue-figures";
    static final String CONFIGURATIONS = "configurations";

    private static final String MAJORITY = "majority";

    /** What must not go two ways. */
    private static final List<String> STATE = List.of(
            StoredAgent.MAP,
            StoredTask.MAP,
            Lane.MAP,
            OpenSignIn.MAP,
            PLANS,
            REQUESTS,
            CONFIGURATIONS,
            Loading.MAP,
            ClusterSeats.MAP);

    private ClusterConfiguration() {}

    static Config of(ClusterSettings settings) {
        Config config = read(settings);
        config.setClusterName(settings.name());
        config.setInstanceName(settings.name() + "/" + settings.node());
        config.getMemberAttributeConfig().setAttribute("node", settings.node());
        network(config.getAdvancedNetworkConfig(), settings);
        maps(config);
        majority(config, settings.majority());
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

    /**
     * The port is for members alone. Where it is for clients as well, as by default, a member that accepts connections and says
     * nothing keeps one of the threads that write to all others busy with itself (decision 014).
     */
    private static void network(AdvancedNetworkConfig network, ClusterSettings settings) {
        // The file may say more of it: a public address, for example.
        ServerSocketEndpointConfig members =
                network.getEndpointConfigs().get(EndpointQualifier.MEMBER) instanceof ServerSocketEndpointConfig given
                        ? given
                        : new ServerSocketEndpointConfig();
        members.setPort(settings.port()).setPortAutoIncrement(false);
        if (settings.loopback()) {
            members.getInterfaces().setEnabled(true).clear().addInterface("127.0.0.1");
        }
        network.setEnabled(true).setMemberEndpointConfig(members);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(settings.members());
    }

    private static void maps(Config config) {
        // Objects without an index: half the cost of an operation, and who is in an MRD is seldom asked for. With an
        // index each operation would copy the object.
        config.getMapConfig(StoredAgent.MAP)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .addAttributeConfig(attribute(StoredAgent.PRESENT_IN, StoredAgent.PresentIn.class))
                .addAttributeConfig(attribute(StoredAgent.LOGGED_IN, StoredAgent.LoggedIn.class));
        // Bytes, since tasks need indexes. No object is kept beside them: most tasks are CLOSED and seldom read, and
        // the collector would have their objects to look at. OPEN_IN is sorted, so that all that are open can be found
        // without those that are CLOSED, which are many more.
        config.getMapConfig(StoredTask.MAP)
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .setCacheDeserializedValues(CacheDeserializedValues.NEVER)
                .addAttributeConfig(attribute(StoredTask.OPEN_IN, StoredTask.OpenIn.class))
                .addAttributeConfig(attribute(StoredTask.WAITING_IN, StoredTask.WaitingIn.class))
                .addIndexConfig(new IndexConfig(IndexType.SORTED, StoredTask.OPEN_IN))
                .addIndexConfig(new IndexConfig(IndexType.HASH, StoredTask.WAITING_IN));
        config.getMapConfig(Lane.MAP).setInMemoryFormat(InMemoryFormat.OBJECT);
        config.getMapConfig(OpenSignIn.MAP).setInMemoryFormat(InMemoryFormat.OBJECT);
        config.getMapConfig(PLANS).setTimeToLiveSeconds((int) TimeUnit.MINUTES.toSeconds(11));
        // The database knows them for a day; here they are only until it surely does.
        config.getMapConfig(REQUESTS).setTimeToLiveSeconds((int) TimeUnit.MINUTES.toSeconds(11));
    }

    /**
     * A node that sees no majority uses none of the state: the others go on with it. When they find each other again, the
     * later record stays.
     */
    private static void majority(Config config, int majority) {
        MergePolicyConfig latest = new MergePolicyConfig(LatestChange.class.getName(), 100);
        config.getMapConfig(StoredAgent.MAP).setMergePolicyConfig(latest);
        config.getMapConfig(StoredTask.MAP).setMergePolicyConfig(latest);
        if (majority > 1) {
            config.addSplitBrainProtectionConfig(new SplitBrainProtectionConfig(MAJORITY, true, majority));
            STATE.forEach(map -> config.getMapConfig(map).setSplitBrainProtectionName(MAJORITY));
        }
    }

    private static AttributeConfig attribute(String name, Class<?> extractor) {
        return new AttributeConfig(name, extractor.getName());
    }

    private static void serialization(SerializationConfig serialization) {
        RecordSerializer.addAll(serialization);
        JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig().setDefaultsDisabled(true);
        // Only the exceptions that members tell each other need Java's own serialization.
        filter.getWhitelist().addPrefixes("java.lang.", "java.util.", "java.io.", "com.hazelcast.", "[");
        filter.getWhitelist().addClasses(LatestChange.class.getName());
        serialization.setJavaSerializationFilterConfig(filter);
    }
}
