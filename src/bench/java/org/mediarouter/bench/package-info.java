/**
 * Benchmarks: the program against a limit measured in the same run, a bare JMS relay on a broker with the same settings.
 * {@code mvn -q -Pbench verify} runs them.
 */
@NullMarked
package org.mediarouter.bench;

import org.jspecify.annotations.NullMarked;
