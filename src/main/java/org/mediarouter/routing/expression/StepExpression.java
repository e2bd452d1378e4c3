package org.mediarouter.routing.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step's {@code when}: which agents it takes for a task. */
public final class StepExpression {

    private final CelRuntime.Program program;
    private final Set<String> attributes;
    private final Set<String> proficiencies;
    private final @Nullable Set<String> taskAttributes;

    StepExpression(
            CelRuntime.Program program,
            Set<String> attributes,
            Set<String> proficiencies,
            @Nullable Set<String> taskAttributes) {
        this.program = program;
        this.attributes = Set.copyOf(attributes);
        this.proficiencies = Set.copyOf(proficiencies);
        this.taskAttributes = taskAttributes == null ? null : Set.copyOf(taskAttributes);
    }

    /** The agent attributes that it names. */
    public Set<String> attributes() {
        return attributes;
    }

    /** Those of them that are proficiencies: what {@code most-skilled} adds up. */
    public Set<String> proficiencies() {
        return proficiencies;
    }

    /** Whether the task has a say in it. */
    public boolean readsTask() {
        return taskAttributes == null || !taskAttributes.isEmpty();
    }

    /** The task attributes that it reads; null: any of them may change the result. */
    public @Nullable Set<String> taskAttributes() {
        return taskAttributes;
    }

    /** The part of a task's attributes that can change the result. */
    public Map<String, Object> readOf(Map<String, Object> task) {
        if (taskAttributes == null) {
            return task;
        }
        Map<String, Object> read = new HashMap<>();
        for (String name : taskAttributes) {
            Object value = task.get(name);
            if (value != null) {
                read.put(name, value);
            }
        }
        return read;
    }

    /**
     * Whether an agent with these attributes may take a task with those. An expression that ends in an error counts as
     * false.
     *
     * @param agent at least the attributes that the expression names
     * @param task see {@link TaskAttributes#normal}
     */
    public boolean matches(Map<String, Object> agent, Map<String, Object> task) {
        Map<String, Object> variables = new HashMap<>();
        for (String name : attributes) {
            Object value = agent.get(name);
            if (value != null) {
                variables.put(name, value instanceof Integer level ? Long.valueOf(level) : value);
            }
        }
        variables.put(ExpressionCompiler.TASK, task);
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            return false;
        }
    }
}
