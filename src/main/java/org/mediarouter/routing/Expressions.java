package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.Compiled;
import org.mediarouter.routing.expression.ExpressionCompiler;
import org.mediarouter.routing.expression.SkipCondition;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Step;

/** Compiles the expressions of a configuration's queues. */
final class Expressions {

    private final ExpressionCompiler compiler;

    Expressions(Configuration configuration) {
        this.compiler = new ExpressionCompiler(configuration.attributes().values());
    }

    QueueBoard compile(PrecisionQueue queue) {
        List<StepExpression> whens = new ArrayList<>();
        List<@Nullable SkipCondition> skipIfs = new ArrayList<>();
        for (Step step : queue.steps()) {
            whens.add(right(compiler.step(step.when()), queue, step.when()));
            String skipIf = step.skipIf();
            skipIfs.add(skipIf == null ? null : right(compiler.skipIf(skipIf), queue, skipIf));
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
