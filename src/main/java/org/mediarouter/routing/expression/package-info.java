/** Step and skip expressions in CEL: parsed and type-checked once, then only evaluated. */
@org.jspecify.annotations.NullMarked
package org.mediarouter.routing.expression;
