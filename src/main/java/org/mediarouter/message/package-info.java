/**
 * The Media Routing protocol: a record for each message, their codec, and the errors. Knows nothing of the rest of the
 * system and could be handed to a Chat Server written in Java.
 */
@NullMarked
package org.mediarouter.message;

import org.jspecify.annotations.NullMarked;
