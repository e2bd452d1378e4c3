/** The program's commands, its settings, and the wiring of a node. */
@NullMarked
package org.mediarouter.cli;

import org.jspecify.annotations.NullMarked;
