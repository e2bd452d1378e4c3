/**
 * What moves a task and its agents together, in the order that survives a crash at any point: the hold on the agent first,
 * then the task, which decides, then what that means for the agents. Used by the Communication Server and by the engine,
 * so that the rule stands in one place.
 */
@NullMarked
package org.mediarouter.assignment;

import org.jspecify.annotations.NullMarked;
