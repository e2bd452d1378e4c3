/**
 * Whether a history keeps the guarantees G1-G6. Knows nothing but the protocol, and has no part in producing the history.
 *
 * <pre>{@code
 * Findings findings = Checker.check(History.read(Path.of("history.jsonl")));
 * findings.violations().forEach(System.out::println);
 * }</pre>
 */
@NullMarked
package org.mediarouter.chaos.checker;

import org.jspecify.annotations.NullMarked;
