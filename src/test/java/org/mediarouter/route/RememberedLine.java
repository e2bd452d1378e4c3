package org.mediarouter.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.SignInLine;

/** The sign-in line of one node, in its memory. */
final class RememberedLine implements SignInLine {
    private final Map<String, Detour> detours = new HashMap<>();
    private final Map<String, Set<String>> open = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Set<String> handled = new HashSet<>();

    @Override
    public synchronized void begin(Supplier<List<Open>> open) {
        for (Open one : open.get()) {
            groups.put(one.operation(), one.detour().group());
            detours.put(one.operation(), one.detour());
            one.names()
                    .forEach(name -> this.open
                            .computeIfAbsent(name, any -> new HashSet<>())
                            .add(one.operation()));
        }
    }

    @Override
    public synchronized @Nullable Detour follow(String operation, List<String> names, boolean opens) {
        if (detours.containsKey(operation)) {
            return detours.get(operation);
        }
        Set<String> before = new HashSet<>();
        names.forEach(name -> before.addAll(open.getOrDefault(name, Set.of())));
        if (before.isEmpty() && !opens) {
            return null;
        }
        String group =
                before.isEmpty() ? names.get(0) : groups.get(before.iterator().next());
        before.removeIf(other -> group.equals(groups.get(other)));
        groups.put(operation, group);
        names.forEach(name -> open.computeIfAbsent(name, any -> new HashSet<>()).add(operation));
        Detour detour = new Detour(group, Set.copyOf(before));
        detours.put(operation, detour);
        return detour;
    }

    @Override
    public synchronized boolean handled(Set<String> operations) {
        return handled.containsAll(operations);
    }

    @Override
    public synchronized void markHandled(String operation, List<String> names) {
        handled.add(operation);
    }

    @Override
    public synchronized void close(String operation, List<String> names) {
        names.forEach(name -> open.getOrDefault(name, new HashSet<>()).remove(operation));
        detours.remove(operation);
    }

    /** Whether nothing is open. */
    synchronized boolean empty() {
        return open.values().stream().allMatch(Set::isEmpty);
    }
}
