package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.SignInLine;

/**
 * A lane for each name that sign-in work is open for, and an entry for each such operation. Only {@link #follow} puts
 * operations in, and there is one caller of it in the cluster; they are taken out from anywhere.
 */
final class ClusterSignInLine implements SignInLine {
    private final IMap<String, Lane> lanes;
    private final IMap<String, OpenSignIn> operations;

    ClusterSignInLine(HazelcastInstance hazelcast) {
        lanes = hazelcast.getMap(Lane.MAP);
        operations = hazelcast.getMap(OpenSignIn.MAP);
    }

    @Override
    public @Nullable Detour follow(String operation, List<String> names, boolean opens) {
        if (names.isEmpty()) {
            return null;
        }
        Map<String, Lane> open = open(names);
        if (open.isEmpty() && !opens) {
            return null;
        }
        Detour detour = earlier(operation, open);
        if (detour == null) {
            detour = detour(names, open);
            // First where it goes, then that it is pending: who finds it pending can repeat the answer.
            OpenSignIn decided = new OpenSignIn(detour.group(), detour.after(), false);
            Reach.run(() -> operations.set(operation, decided));
        }
        Lane.Enter enter = new Lane.Enter(detour.group(), operation);
        for (String name : names) {
            Reach.run(() -> lanes.executeOnKey(name, enter));
        }
        return detour;
    }

    private Map<String, Lane> open(List<String> names) {
        Map<String, Lane> open = new HashMap<>();
        for (String name : names) {
            Lane lane = Reach.call(() -> lanes.get(name));
            if (lane != null) {
                open.put(name, lane);
            }
        }
        return open;
    }

    /** The answer that the operation was given before; it was cut short while it entered the lanes, or redelivered. */
    private @Nullable Detour earlier(String operation, Map<String, Lane> open) {
        if (open.values().stream().noneMatch(lane -> lane.pending().contains(operation))) {
            return null;
        }
        OpenSignIn earlier = Reach.call(() -> operations.get(operation));
        return earlier == null ? null : new Detour(earlier.group(), earlier.after());
    }

    /** One group for all: what is pending in the others comes first. */
    private static Detour detour(List<String> names, Map<String, Lane> open) {
        String group = names.stream()
                .map(open::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Lane::group)
                .orElse(names.get(0));
        Set<String> after = new LinkedHashSet<>();
        for (Lane lane : open.values()) {
            if (!lane.group().equals(group)) {
                after.addAll(lane.pending());
            }
        }
        return new Detour(group, after);
    }

    @Override
    public boolean handled(Set<String> ids) {
        return Reach.call(() -> operations.getAll(ids)).values().stream().allMatch(OpenSignIn::handled);
    }

    @Override
    public void markHandled(String operation, List<String> names) {
        Reach.run(() -> operations.executeOnKey(operation, new OpenSignIn.Handled()));
    }

    @Override
    public void close(String operation, List<String> names) {
        Lane.Leave leave = new Lane.Leave(operation);
        for (String name : names) {
            Reach.run(() -> lanes.executeOnKey(name, leave));
        }
        Reach.run(() -> operations.delete(operation));
    }
}
