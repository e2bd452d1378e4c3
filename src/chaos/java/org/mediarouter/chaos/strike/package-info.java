/** What is done to an installation: one small class for each kind of outage, each of which repairs what it broke. */
@NullMarked
package org.mediarouter.chaos.strike;

import org.jspecify.annotations.NullMarked;
