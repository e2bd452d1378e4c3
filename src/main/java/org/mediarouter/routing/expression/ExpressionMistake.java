package org.mediarouter.routing.expression;

/**
 * What is wrong in an expression.
 *
 * @param line from 1, within the expression
 * @param column from 1
 * @param remedy what would be right
 */
public record ExpressionMistake(int line, int column, String message, String remedy) {}
