/**
 * An agent's states, one for each Media Routing Domain, as data and one function; the agent's record; and the ports to
 * where records are kept and to who knows the agents. Pure: times come in as values.
 */
@NullMarked
package org.mediarouter.agent;

import org.jspecify.annotations.NullMarked;
