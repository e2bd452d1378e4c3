package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.SignInLine;

/**
 * A lane for each name that sign-in work is open for, and an entry for each such operation. Only {@link #follow} puts
 * operations in, and there is one caller of it in the cluster; they are taken out from anywhere.
 */
final class ClusterSignInLine implements SignInLine {
    /** In {@link Loading#MAP}: that the line has been filled. */
    private static final String LINE = "sign-in line";

    /** A node that goes while it fills the line keeps the others waiting no longer than this. */
    private static final int LONGEST_BEGIN_SECONDS = 60;

    private final OwnEntries<Lane> own;
    private final IMap<String, Lane> lanes;
    private final IMap<String, OpenSignIn> operations;
    private final IMap<String, Boolean> loaded;

    ClusterSignInLine(HazelcastInstance hazelcast) {
        loaded = hazelcast.getMap(Loading.MAP);
        own = new OwnEntries<>(hazelcast, Lane.MAP);
        lanes = own.map();
        operations = hazelcast.getMap(OpenSignIn.MAP);
    }

    @Override
    public void begin(Supplier<List<Open>> open) {
        Reach.run(() -> loaded.lock(LINE, LONGEST_BEGIN_SECONDS, TimeUnit.SECONDS));
        try {
            if (!Boolean.TRUE.equals(Reach.call(() -> loaded.get(LINE)))) {
                open.get().forEach(one -> enter(one.operation(), one.names(), one.detour()));
                Reach.run(() -> loaded.set(LINE, true));
            }
        } finally {
            Reach.run(() -> loaded.forceUnlock(LINE));
        }
    }

    private void enter(String operation, List<String> names, Detour detour) {
        // First where it goes, then that it is pending: who finds it pending can repeat the answer.
        OpenSignIn decided = new OpenSignIn(detour.group(), detour.after(), false);
        Reach.run(() -> operations.set(operation, decided));
        pending(operation, names, detour);
    }

    private void pending(String operation, List<String> names, Detour detour) {
        Lane.Enter enter = new Lane.Enter(detour.group(), operation);
        for (String name : names) {
            Reach.run(() -> lanes.executeOnKey(name, enter));
        }
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
        if (detour != null) {
            pending(operation, names, detour);
            return detour;
        }
        Detour decided = detour(names, open);
        enter(operation, names, decided);
        return decided;
    }

    private Map<String, Lane> open(List<String> names) {
        // Every command asks this: all names at once, since waiting is what costs.
        Map<String, CompletionStage<@Nullable Lane>> asked = new LinkedHashMap<>();
        names.forEach(name -> asked.put(
                name,
                Reach.call(() -> own.<CompletionStage<@Nullable Lane>>read(
                        name, CompletableFuture::completedFuture, () -> lanes.getAsync(name)))));
        Map<String, Lane> open = new HashMap<>();
        asked.forEach((name, answer) -> {
            Lane lane = Reach.answer(answer);
            if (lane != null) {
                open.put(name, lane);
            }
        });
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
