package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Which revision of the routes each node runs: they should be the same, and each node has files of its own. */
public final class RouteRevisions {
    /** A node that is gone is forgotten after so many seconds. */
    private static final int FORGOTTEN_AFTER = 30;

    private final IMap<String, String> revisions;
    private final String node;

    RouteRevisions(HazelcastInstance hazelcast, String node) {
        revisions = hazelcast.getMap("route-revisions");
        this.node = node;
    }

    /** Tells the others; to be repeated at least every 15 seconds. */
    public void tell(String revision) {
        Reach.run(() -> revisions.set(node, revision, FORGOTTEN_AFTER, TimeUnit.SECONDS));
    }

    /** By node. */
    public Map<String, String> all() {
        return new TreeMap<>(Reach.call(() -> revisions.getAll(revisions.keySet())));
    }
}
