/**
 * What the Communication Server does for each message: one class a message, which checks, enriches, records and says what
 * is to be told. Commands of {@code General} have a {@code ...Handler}, events of the engine a {@code ...Relay}.
 */
@NullMarked
package org.mediarouter.communication;

import org.jspecify.annotations.NullMarked;
