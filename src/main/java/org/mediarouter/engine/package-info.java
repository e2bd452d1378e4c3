/**
 * The Media Routing Engine around the pure one: it shows the router what has changed, keeps what the router decides, and
 * carries it out. One line of messages for each MRD, one consumer in the cluster at a time.
 */
@NullMarked
package org.mediarouter.engine;

import org.jspecify.annotations.NullMarked;
