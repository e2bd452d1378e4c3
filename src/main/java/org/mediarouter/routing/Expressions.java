package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.Compiled;
import org.mediarouter.routing.expression.ExpressionCompiler;
import org.mediarouter.routing.expression.SkipCondition;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Step;

/** Compiles the expressions of a configuration's queues: the same text only once, and not at all where it was known. */
final class Expressions {

    private final ExpressionCompiler compiler;
    private final Map<String, StepExpression> steps = new HashMap<>();
    private final Map<String, SkipCondition> skips = new HashMap<>();

    /** @param known queues whose expressions were compiled with the same attributes */
    Expressions(Configuration configuration, Collection<QueueBoard> known) {
        this.compiler = new ExpressionCompiler(configuration.attributes().values());
        for (QueueBoard queue : known) {
            for (int i = 0; i < queue.steps.size(); i++) {
                Step step = queue.definition.steps().get(i);
                steps.put(step.when(), queue.steps.get(i));
                SkipCondition skip = queue.skips.get(i);
                if (step.skipIf() != null && skip != null) {
                    skips.put(step.skipIf(), skip);
                }
            }
        }
    }

    QueueBoard compile(PrecisionQueue queue) {
        List<StepExpression> whens = new ArrayList<>();
        List<@Nullable SkipCondition> skipIfs = new ArrayList<>();
        for (Step step : queue.steps()) {
            whens.add(steps.computeIfAbsent(step.when(), text -> right(compiler.step(text), queue, text)));
            String skipIf = step.skipIf();
            skipIfs.add(
                    skipIf == null
                            ? null
                            : skips.computeIfAbsent(skipIf, text -> right(compiler.skipIf(text), queue, text)));
        }
        return new QueueBoard(queue, whens, skipIfs);
    }

    private static <T> T right(Compiled<T> compiled, PrecisionQueue queue, String text) {
        if (compiled instanceof Compiled.Right<T> right) {
            return Objects.requireNonNull(right.expression());
        }
        throw new IllegalArgumentException("queue " + queue.id() + ": wrong expression, not from the reader: " + text);
    }
}
