/** What was seen of an installation from outside: the only thing that the checker knows. */
@NullMarked
package org.mediarouter.chaos.history;

import org.jspecify.annotations.NullMarked;
