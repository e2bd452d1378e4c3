package org.mediarouter.routing.configuration;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mediarouter.routing.expression.Compiled;
import org.mediarouter.routing.expression.ExpressionCompiler;
import org.mediarouter.routing.expression.ExpressionMistake;
import org.mediarouter.routing.model.Attribute;

/** Parses and type-checks the expressions of steps; each text once, however many steps have it. */
final class ExpressionCheck {

    private final ExpressionCompiler compiler;
    private final Map<String, List<ExpressionMistake>> steps = new HashMap<>();
    private final Map<String, List<ExpressionMistake>> conditions = new HashMap<>();

    ExpressionCheck(Collection<Attribute> attributes) {
        this.compiler = new ExpressionCompiler(attributes);
    }

    void checkStep(Entry step) {
        report(step, "when", steps.computeIfAbsent(step.required("when"), text -> mistakes(compiler.step(text))));
        String skipIf = step.text("skipIf");
        if (skipIf != null) {
            report(step, "skipIf", conditions.computeIfAbsent(skipIf, text -> mistakes(compiler.skipIf(text))));
        }
    }

    private static List<ExpressionMistake> mistakes(Compiled<?> compiled) {
        if (compiled instanceof Compiled.Wrong<?> wrong) {
            return wrong.mistakes();
        }
        return List.of();
    }

    private static void report(Entry step, String member, List<ExpressionMistake> mistakes) {
        for (ExpressionMistake mistake : mistakes) {
            Place place = step.place(member).within(mistake.line(), mistake.column());
            step.log().add(place, mistake.message(), mistake.remedy());
        }
    }
}
