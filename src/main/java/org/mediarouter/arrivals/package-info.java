/** Who came to a contact centre, when, and how long it took: as recorded, or drawn from spreads. Knows nothing of ours. */
@org.jspecify.annotations.NullMarked
package org.mediarouter.arrivals;
