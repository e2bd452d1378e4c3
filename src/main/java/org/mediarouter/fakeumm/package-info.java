/**
 * A UMM for tests: people who may sign in over REST, and faults on request. It stands apart from the program, so that
 * client and peer can't share one misreading of docs/umm.md.
 */
@NullMarked
package org.mediarouter.fakeumm;

import org.jspecify.annotations.NullMarked;
