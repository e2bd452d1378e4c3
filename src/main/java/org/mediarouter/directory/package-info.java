/** Who may sign in. */
@NullMarked
package org.mediarouter.directory;

import org.jspecify.annotations.NullMarked;
