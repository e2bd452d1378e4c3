/**
 * A task's states as a table and one function, the task's record, and the port to where records are kept. Pure: times
 * come in as values.
 */
@NullMarked
package org.mediarouter.task;

import org.jspecify.annotations.NullMarked;
