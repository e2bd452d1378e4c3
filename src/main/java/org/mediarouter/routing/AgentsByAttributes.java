package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.model.Attribute;

/**
 * Finds the agents whom an expression takes without asking it for each of them: it is evaluated once for each combination
 * of the values that its attributes have, and then only the holders of the rarest of these values are looked at.
 */
final class AgentsByAttributes {

    /** With more combinations than that the expression is evaluated for every agent. */
    private static final int MOST_COMBINATIONS = 10_000;

    private final List<AgentPicture> agents;
    private final Map<String, Values> byName = new HashMap<>();

    /** The values of one attribute, the default first, and who has each of the others. */
    private static final class Values {
        final List<Object> values = new ArrayList<>();
        final Map<Object, Integer> numbers = new HashMap<>();
        final List<List<AgentPicture>> holders = new ArrayList<>();

        int number(Object value) {
            return numbers.computeIfAbsent(value, v -> {
                values.add(v);
                holders.add(new ArrayList<>());
                return values.size() - 1;
            });
        }
    }

    AgentsByAttributes(Collection<Attribute> attributes, List<AgentPicture> agents) {
        this.agents = agents;
        for (Attribute attribute : attributes) {
            Values values = new Values();
            values.number(attribute.byDefault());
            byName.put(attribute.name(), values);
        }
        for (AgentPicture agent : agents) {
            agent.attributes().forEach((name, value) -> {
                Values values = byName.get(name);
                if (values != null && values.number(value) > 0) {
                    values.holders.get(values.number(value)).add(agent);
                }
            });
        }
    }

    /**
     * Which combinations of values, or which agents where there are too many combinations, the expression takes for a task
     * with these attributes. Equal outcomes of one expression mean the same agents.
     */
    BitSet outcome(StepExpression expression, Map<String, Object> task) {
        List<String> names = names(expression);
        int combinations = combinations(names);
        BitSet outcome = new BitSet();
        Map<String, Object> values = new HashMap<>();
        if (combinations > MOST_COMBINATIONS) {
            for (int i = 0; i < agents.size(); i++) {
                for (String name : names) {
                    Values of = of(name);
                    values.put(name, of.values.get(number(agents.get(i), name, of)));
                }
                outcome.set(i, expression.matches(values, task));
            }
            return outcome;
        }
        for (int combination = 0; combination < combinations; combination++) {
            int rest = combination;
            for (String name : names) {
                Values of = of(name);
                values.put(name, of.values.get(rest % of.values.size()));
                rest /= of.values.size();
            }
            outcome.set(combination, expression.matches(values, task));
        }
        return outcome;
    }

    /** All agents of an outcome of this expression. */
    void forEach(StepExpression expression, BitSet outcome, Consumer<AgentPicture> action) {
        List<String> names = names(expression);
        if (combinations(names) > MOST_COMBINATIONS) {
            outcome.stream().forEach(i -> action.accept(agents.get(i)));
            return;
        }
        for (AgentPicture agent : candidates(names, outcome)) {
            if (outcome.get(combination(agent, names))) {
                action.accept(agent);
            }
        }
    }

    /** The holders of the rarest value that all combinations of the outcome need; everybody where there is none. */
    private List<AgentPicture> candidates(List<String> names, BitSet outcome) {
        List<AgentPicture> fewest = agents;
        int step = 1;
        for (String name : names) {
            Values of = of(name);
            BitSet needed = new BitSet();
            int size = of.values.size();
            int unit = step;
            outcome.stream().forEach(combination -> needed.set(combination / unit % size));
            step *= size;
            if (needed.get(0)) {
                continue;
            }
            int holders = needed.stream().map(i -> of.holders.get(i).size()).sum();
            if (holders < fewest.size()) {
                List<AgentPicture> some = new ArrayList<>(holders);
                needed.stream().forEach(i -> some.addAll(of.holders.get(i)));
                fewest = some;
            }
        }
        return fewest;
    }

    private int combination(AgentPicture agent, List<String> names) {
        int combination = 0;
        int unit = 1;
        for (String name : names) {
            Values of = of(name);
            combination += unit * number(agent, name, of);
            unit *= of.values.size();
        }
        return combination;
    }

    private static int number(AgentPicture agent, String name, Values of) {
        Object value = agent.attributes().get(name);
        return value == null ? 0 : of.numbers.getOrDefault(value, 0);
    }

    private int combinations(List<String> names) {
        long combinations = 1;
        for (String name : names) {
            combinations =
                    Math.min(Integer.MAX_VALUE, combinations * of(name).values.size());
        }
        return (int) combinations;
    }

    private static List<String> names(StepExpression expression) {
        return expression.attributes().stream().sorted().toList();
    }

    private Values of(String name) {
        Values values = byName.get(name);
        if (values == null) {
            throw new IllegalStateException("attribute " + name + " is not configured");
        }
        return values;
    }
}
