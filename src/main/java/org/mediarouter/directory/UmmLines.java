package org.mediarouter.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.Configuration;

/**
 * An agent of UMM's as a line of {@code routing.yaml}. Each text of UMM's is a JSON string, which YAML reads as the same and
 * which has no end before its end.
 */
final class UmmLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TASKS = 50;

    private final Configuration configuration;
    private final Set<String> byDefault;

    /**
     * @param configuration which MRDs and attributes there are
     * @param byDefault the MRDs of those of whom UMM doesn't say them
     */
    UmmLines(Configuration configuration, Set<String> byDefault) {
        this.configuration = configuration;
        this.byDefault = new TreeSet<>(byDefault);
    }

    /**
     * The line, without indentation and end; null where he works in no MRD that there is.
     *
     * @param leftOut to which is added what of him can't be taken over
     */
    @Nullable
    String of(UmmAgent agent, List<String> leftOut) {
        String mrds = mrds(agent, leftOut);
        if (mrds.isEmpty()) {
            leftOut.add(agent.id() + ": works in no MRD that there is (mediarouter.umm.mrds)");
            return null;
        }
        String attributes = attributes(agent, leftOut);
        return "- {id: " + quoted(agent.id())
                + ", name: " + quoted(agent.name())
                + ", directory: umm, source: umm"
                + (agent.team() == null ? "" : ", team: " + quoted(agent.team()))
                + ", mrds: {" + mrds + "}"
                + (attributes.isEmpty() ? "" : ", attributes: {" + attributes + "}")
                + "}";
    }

    private String mrds(UmmAgent agent, List<String> leftOut) {
        Map<String, Integer> said = new TreeMap<>(agent.mrds());
        if (said.isEmpty()) {
            byDefault.forEach(mrd -> said.put(mrd, 0));
        }
        List<String> members = new ArrayList<>();
        said.forEach((mrd, maxTasks) -> {
            if (configuration.mrd(mrd) == null) {
                leftOut.add(agent.id() + ": there is no MRD " + quoted(mrd));
            } else {
                members.add(quoted(mrd)
                        + (maxTasks == 0 ? ": {}" : ": {maxTasks: " + Math.min(maxTasks, MOST_TASKS) + "}"));
            }
        });
        return String.join(", ", members);
    }

    private String attributes(UmmAgent agent, List<String> leftOut) {
        List<String> members = new ArrayList<>();
        new TreeMap<>(agent.attributes()).forEach((name, value) -> {
            Attribute attribute = configuration.attributes().get(name);
            if (attribute == null) {
                leftOut.add(agent.id() + ": there is no attribute " + quoted(name));
            } else if (!fits(attribute, value)) {
                leftOut.add(agent.id() + ": " + name + " is "
                        + switch (attribute.type()) {
                            case BOOLEAN -> "true or false";
                            case PROFICIENCY -> "a level from 1 to 10";
                        });
            } else {
                members.add(quoted(name) + ": " + value);
            }
        });
        return String.join(", ", members);
    }

    private static boolean fits(Attribute attribute, Object value) {
        return switch (attribute.type()) {
            case BOOLEAN -> value instanceof Boolean;
            case PROFICIENCY -> value instanceof Integer level && level >= 1 && level <= 10;
        };
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no text", e);
        }
    }
}
