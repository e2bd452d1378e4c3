package org.mediarouter.simulation;

import org.jspecify.annotations.Nullable;

/** Those who come, one after the other, in order of arrival. */
public interface Customers {
    /** The next one; null when nobody comes any more. */
    @Nullable
    Customer next();

    /** Where they come from: the same ones for the same seed, whatever becomes of them. */
    interface Source {
        Customers of(long seed);
    }
}
