package org.mediarouter.routing.expression;

import java.util.List;

/**
 * An expression that was parsed and type-checked, or all that is wrong with it.
 *
 * @param <T> the kind of expression
 */
public sealed interface Compiled<T> {

    record Right<T>(T expression) implements Compiled<T> {}

    record Wrong<T>(List<ExpressionMistake> mistakes) implements Compiled<T> {}
}
