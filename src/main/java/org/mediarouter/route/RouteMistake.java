package org.mediarouter.route;

import java.nio.file.Path;

/**
 * What is wrong in a file of the flow, and what would be right.
 *
 * @param line from 1
 */
public record RouteMistake(Path file, int line, String message, String remedy) {}
