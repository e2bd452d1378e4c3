package org.mediarouter.directory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An agent as UMM lists him (docs/umm.md), not yet held against what the routing configuration knows.
 *
 * @param id as {@code routing.yaml} allows ids
 * @param name in one line of at most 256 characters
 * @param team in one line of at most 128 characters; null where UMM says none
 * @param attributes by name: a {@link Boolean}, an {@link Integer}, or what else UMM says, as text
 * @param mrds how many tasks at a time, by MRD; 0: what the MRD has. Empty where UMM says nothing of MRDs
 */
public record UmmAgent(
        String id, String name, @Nullable String team, Map<String, Object> attributes, Map<String, Integer> mrds) {
    public UmmAgent {
        attributes = Map.copyOf(attributes);
        mrds = Collections.unmodifiableMap(new TreeMap<>(mrds));
    }
}
