package org.mediarouter.routing.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a contact centre's words what CEL finds wrong. */
final class Mistakes {

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '([^']+)'.*", Pattern.DOTALL);
    private static final String EXAMPLE = "a CEL expression that is true or false, such as English && Broadband >= 7";

    private Mistakes() {}

    static List<ExpressionMistake> of(CelValidationException e, Collection<String> known, String kind) {
        return e.getErrors().stream().map(issue -> mistake(issue, known, kind)).toList();
    }

    private static ExpressionMistake mistake(CelIssue issue, Collection<String> known, String kind) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
        String message = issue.getMessage();
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            String name = unknown.group(1);
            return new ExpressionMistake(
                    line, column, "unknown " + kind + " '" + name + "'", Suggestion.among(known, name));
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String operator = overload.group(1).replace("_", "");
            return new ExpressionMistake(
                    line,
                    column,
                    "'" + operator + "' can't be applied to " + overload.group(2),
                    remedyFor(overload.group(2)));
        }
        Matcher result = RESULT.matcher(message);
        if (result.matches()) {
            return new ExpressionMistake(
                    line,
                    column,
                    "the expression is of type " + result.group(1) + ", not true or false",
                    remedyFor(result.group(1)));
        }
        return new ExpressionMistake(
                line, column, "the expression can't be read: " + message.replaceFirst(" expecting \\{.*", ""), EXAMPLE);
    }

    private static String remedyFor(String types) {
        if (types.contains("double")) {
            return "write the number with a decimal point (3.0)";
        }
        return types.contains("int") ? "compare a proficiency with a number, such as Broadband >= 7" : EXAMPLE;
    }
}
