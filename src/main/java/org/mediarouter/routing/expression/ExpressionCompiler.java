package org.mediarouter.routing.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;

/** Parses and type-checks the expressions of one configuration. Numbers of different types compare. */
public final class ExpressionCompiler {

    static final String TASK = "task";

    private static final int MOST_ITERATIONS = 1000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
    private static final Set<String> SKIP_NAMES = Set.of(
            SkipCondition.AGENTS_LOGGED_IN,
            SkipCondition.WAITING,
            SkipCondition.AGENTS_READY,
            SkipCondition.LONGEST_WAIT);
    private static final CelCompiler SKIP_CONDITIONS = builder()
            .addVar(SkipCondition.AGENTS_LOGGED_IN, SimpleType.INT)
            .addVar(SkipCondition.WAITING, SimpleType.INT)
            .addVar(SkipCondition.AGENTS_READY, SimpleType.INT)
            .addVar(SkipCondition.LONGEST_WAIT, SimpleType.DOUBLE)
            .build();

    /**
     * What was right once, by its text: compiling takes a millisecond, large centres have thousands, and each configuration is read
     * before a router has it, and by a new router after a take-over. What an expression means depends on the types of the attributes
     * that it names, and on nothing else.
     */
    private static final Map<String, Known> KNOWN_STEPS = new ConcurrentHashMap<>();

    private static final Map<String, Compiled<SkipCondition>> KNOWN_SKIPS = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 20_000;

    private record Known(Map<String, AttributeType> types, Compiled<StepExpression> step) {}

    private final Map<String, AttributeType> types;
    private final CelCompiler steps;

    public ExpressionCompiler(Collection<Attribute> attributes) {
        this.types = attributes.stream().collect(Collectors.toMap(Attribute::name, Attribute::type, (a, b) -> a));
        CelCompilerBuilder builder = builder().addVar(TASK, MapType.create(SimpleType.STRING, SimpleType.DYN));
        types.forEach(
                (name, type) -> builder.addVar(name, type == AttributeType.BOOLEAN ? SimpleType.BOOL : SimpleType.INT));
        this.steps = builder.build();
    }

    private static CelCompilerBuilder builder() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
    }

    /** A step's {@code when}. */
    public Compiled<StepExpression> step(String text) {
        Known known = KNOWN_STEPS.get(text);
        if (known != null && types.entrySet().containsAll(known.types.entrySet())) {
            return known.step;
        }
        Compiled<StepExpression> compiled = compileStep(text);
        if (compiled instanceof Compiled.Right<StepExpression> right) {
            Set<String> named = right.expression().attributes();
            Map<String, AttributeType> ofNamed = named.stream().collect(Collectors.toMap(name -> name, types::get));
            know(KNOWN_STEPS, text, new Known(ofNamed, compiled));
        }
        return compiled;
    }

    private static <T> void know(Map<String, T> known, String text, T compiled) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(text, compiled);
    }

    private Compiled<StepExpression> compileStep(String text) {
        try {
            CelAbstractSyntaxTree ast = steps.compile(text).getAst();
            ReadNames read = ReadNames.of(ast);
            Set<String> named = new HashSet<>(read.variables());
            named.retainAll(types.keySet());
            Set<String> proficiencies = named.stream()
                    .filter(name -> types.get(name) == AttributeType.PROFICIENCY)
                    .collect(Collectors.toSet());
            return new Compiled.Right<>(
                    new StepExpression(RUNTIME.createProgram(ast), named, proficiencies, read.taskAttributes()));
        } catch (CelValidationException e) {
            return new Compiled.Wrong<>(Mistakes.of(e, types.keySet(), "attribute"));
        } catch (CelEvaluationException e) {
            return new Compiled.Wrong<>(unplannable(e));
        }
    }

    /** A step's {@code skipIf}. */
    public Compiled<SkipCondition> skipIf(String text) {
        Compiled<SkipCondition> known = KNOWN_SKIPS.get(text);
        if (known != null) {
            return known;
        }
        Compiled<SkipCondition> compiled = compileSkip(text);
        if (compiled instanceof Compiled.Right<SkipCondition>) {
            know(KNOWN_SKIPS, text, compiled);
        }
        return compiled;
    }

    private static Compiled<SkipCondition> compileSkip(String text) {
        try {
            CelAbstractSyntaxTree ast = SKIP_CONDITIONS.compile(text).getAst();
            return new Compiled.Right<>(new SkipCondition(
                    RUNTIME.createProgram(ast), ReadNames.of(ast).variables()));
        } catch (CelValidationException e) {
            return new Compiled.Wrong<>(Mistakes.of(e, SKIP_NAMES, "figure"));
        } catch (CelEvaluationException e) {
            return new Compiled.Wrong<>(unplannable(e));
        }
    }

    private static List<ExpressionMistake> unplannable(CelEvaluationException e) {
        return List.of(new ExpressionMistake(
                1, 1, "the expression can't be evaluated: " + e.getMessage(), "write it in a simpler way"));
    }
}
