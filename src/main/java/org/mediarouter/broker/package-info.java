/** The message broker: the embedded one, the connection to it or to an external one, and what is told from a message that came from it. */
@NullMarked
package org.mediarouter.broker;

import org.jspecify.annotations.NullMarked;
