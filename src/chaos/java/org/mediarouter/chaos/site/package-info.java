/**
 * The installation that is struck: broker, nodes and database as processes of their own on this machine, with wires between
 * them that can be cut.
 */
@NullMarked
package org.mediarouter.chaos.site;

import org.jspecify.annotations.NullMarked;
