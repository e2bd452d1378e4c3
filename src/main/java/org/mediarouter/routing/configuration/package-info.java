/** Reads {@code routing.yaml}: all of it, or every mistake with file, line, column and what would be right. */
@org.jspecify.annotations.NullMarked
package org.mediarouter.routing.configuration;
