package org.mediarouter.routing.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as configured.
 *
 * @param mrds the MRDs he belongs to, each with his capacity there (his own {@code maxTasks}, else the MRD's)
 * @param attributes those that differ from their default: {@link Boolean} or {@link Integer}; see
 *     {@link Configuration#attributesOf}
 * @param passwordHash bcrypt; null in contact-centre mode
 */
public record AgentProfile(
        String id,
        String name,
        AgentMode mode,
        Map<String, Integer> mrds,
        Map<String, Object> attributes,
        @Nullable String passwordHash,
        @Nullable String team) {

    public AgentProfile {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(mode, "mode is null");
        mrds = Map.copyOf(mrds);
        attributes = Map.copyOf(attributes);
    }

    /** Without the password's hash: this goes into logs. */
    @Override
    public String toString() {
        return "AgentProfile[id=" + id + ", name=" + name + ", mode=" + mode + ", mrds=" + mrds + ", attributes="
                + attributes + ", team=" + team + "]";
    }
}
