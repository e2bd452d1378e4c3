/** What is done in a run, and what is measured in it. */
@NullMarked
package org.mediarouter.chaos.plan;

import org.jspecify.annotations.NullMarked;
