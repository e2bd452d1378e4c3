/**
 * The proof of the guarantees: an installation of several nodes under load is struck again and again, and the history of
 * all that was seen from outside is checked. {@code mvn -q -Pchaos verify -Dchaos.args="--seed=1 --for=10m"} runs it.
 */
@NullMarked
package org.mediarouter.chaos;

import org.jspecify.annotations.NullMarked;
