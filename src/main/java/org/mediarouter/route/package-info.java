/**
 * The flow's steps: what the routes in {@code routes/} call between the broker and the handlers. The only place that knows
 * Camel's {@code Exchange}; a handler knows records, a route knows the order of steps.
 */
@NullMarked
package org.mediarouter.route;

import org.jspecify.annotations.NullMarked;
