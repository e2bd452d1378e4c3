package org.mediarouter.routing.configuration;

/**
 * Where something stands in the file.
 *
 * @param line from 1
 * @param column from 1
 * @param style how a scalar is written: a quote, {@code |}, {@code >}, or a space for plain text
 */
record Place(int line, int column, char style) {

    static final Place START = new Place(1, 1, ' ');

    /** The place of a line and column (from 1) within the text that begins here. */
    Place within(int innerLine, int innerColumn) {
        return switch (style) {
            case '|', '>' -> new Place(line + innerLine, innerColumn, ' ');
            case '"', '\'' -> innerLine == 1 ? new Place(line, column + innerColumn, ' ') : this;
            default -> innerLine == 1 ? new Place(line, column + innerColumn - 1, ' ') : this;
        };
    }
}
