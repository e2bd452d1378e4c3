/** Who may sign in, and which agents come from UMM into the routing configuration. */
@NullMarked
package org.mediarouter.directory;

import org.jspecify.annotations.NullMarked;
