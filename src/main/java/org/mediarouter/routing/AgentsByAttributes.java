package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.model.Attribute;

/**
 * Agents grouped by the attributes that an expression reads: it is evaluated once a group, not once an agent. Agents who
 * have the defaults of all these attributes are one group, which is not written down.
 */
final class AgentsByAttributes {

    private final Map<String, Object> defaults = new HashMap<>();
    private final List<AgentPicture> agents;
    private final Map<String, List<AgentPicture>> unlikeDefault = new HashMap<>();
    private final Map<Set<String>, List<Group>> groups = new HashMap<>();

    private record Group(Map<String, Object> values, List<AgentPicture> agents) {}

    AgentsByAttributes(Collection<Attribute> attributes, List<AgentPicture> agents) {
        attributes.forEach(attribute -> defaults.put(attribute.name(), attribute.byDefault()));
        this.agents = agents;
        for (AgentPicture agent : agents) {
            agent.attributes().forEach((name, value) -> {
                if (!value.equals(defaults.get(name))) {
                    unlikeDefault.computeIfAbsent(name, n -> new ArrayList<>()).add(agent);
                }
            });
        }
    }

    /** Which groups the expression takes for a task with these attributes: a bit each, the last for the default. */
    BitSet outcome(StepExpression expression, Map<String, Object> task) {
        List<Group> known = groups.computeIfAbsent(expression.attributes(), this::group);
        BitSet outcome = new BitSet();
        for (int i = 0; i < known.size(); i++) {
            outcome.set(i, expression.matches(known.get(i).values(), task));
        }
        outcome.set(known.size(), expression.matches(defaults, task));
        return outcome;
    }

    /** All agents in the groups of an outcome of this expression. */
    void forEach(StepExpression expression, BitSet outcome, Consumer<AgentPicture> action) {
        List<Group> known = groups.computeIfAbsent(expression.attributes(), this::group);
        outcome.stream()
                .filter(i -> i < known.size())
                .forEach(i -> known.get(i).agents().forEach(action));
        if (outcome.get(known.size())) {
            Set<AgentPicture> unlike = new HashSet<>();
            known.forEach(group -> unlike.addAll(group.agents()));
            for (AgentPicture agent : agents) {
                if (!unlike.contains(agent)) {
                    action.accept(agent);
                }
            }
        }
    }

    private List<Group> group(Set<String> names) {
        Map<Map<String, Object>, List<AgentPicture>> byValues = new HashMap<>();
        Set<AgentPicture> seen = new HashSet<>();
        for (String name : names) {
            for (AgentPicture agent : unlikeDefault.getOrDefault(name, List.of())) {
                if (seen.add(agent)) {
                    byValues.computeIfAbsent(valuesOf(agent, names), values -> new ArrayList<>())
                            .add(agent);
                }
            }
        }
        List<Group> list = new ArrayList<>();
        byValues.forEach((values, members) -> list.add(new Group(values, members)));
        return list;
    }

    private Map<String, Object> valuesOf(AgentPicture agent, Set<String> names) {
        Map<String, Object> values = new HashMap<>();
        for (String name : names) {
            Object value = agent.attributes().getOrDefault(name, defaults.get(name));
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }
}
