/**
 * A Finesse for tests: REST, notifications over XMPP, agents' voice states, and faults on request. It stands apart from
 * the program, so that client and peer can't share one misreading of Finesse.
 */
@NullMarked
package org.mediarouter.fakefinesse;

import org.jspecify.annotations.NullMarked;
