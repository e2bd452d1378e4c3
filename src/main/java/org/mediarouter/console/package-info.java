/**
 * What operators see and do over HTTP, on the port of health and metrics: endpoints from method and path to a JSON value,
 * and the routing configuration in force.
 */
@NullMarked
package org.mediarouter.console;

import org.jspecify.annotations.NullMarked;
