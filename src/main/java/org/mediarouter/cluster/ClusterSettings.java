package org.mediarouter.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a node must know to join its cluster.
 *
 * @param configuration {@code config/hazelcast.yaml}; what is set here is stronger
 * @param node this node's name, {@code mediarouter.node}
 * @param name the cluster's, {@code mediarouter.cluster.name}: nodes of other clusters are refused
 * @param port {@code mediarouter.cluster.port}, the only one that is tried
 * @param members {@code mediarouter.cluster.members}: hosts, or {@code host:port}, where nodes may be found. While all of
 *     them are this machine's loopback, the node can be reached from this machine alone
 */
public record ClusterSettings(Path configuration, String node, String name, int port, List<String> members) {
    public ClusterSettings {
        members = List.copyOf(members);
    }

    /** As fixed where nothing is set, for a node of that name. */
    public static ClusterSettings defaults(Path configuration, String node) {
        return new ClusterSettings(configuration, node, "media-router", 5701, List.of("127.0.0.1"));
    }

    /**
     * How many nodes must see each other for the state to be used: more than half of those named, from three on. Of two, the
     * one that is left goes on.
     */
    int majority() {
        return members.size() < 3 ? 1 : members.size() / 2 + 1;
    }

    boolean loopback() {
        return members.stream().allMatch(ClusterSettings::loopback);
    }

    private static boolean loopback(String member) {
        int colon = member.lastIndexOf(':');
        String host = colon > 0 && member.indexOf(':') == colon ? member.substring(0, colon) : member;
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
