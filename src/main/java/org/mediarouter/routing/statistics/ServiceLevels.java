package org.mediarouter.routing.statistics;

import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.ServiceLevelType;

/**
 * The service level (routing, section 2). A task counts in the interval of the first of answer, abandonment, threshold.
 *
 * @param answered within the threshold
 * @param abandoned within the threshold
 * @param offered all that counted: these two and those for which the threshold passed
 */
public record ServiceLevels(long answered, long abandoned, long offered) {
    /** 0 to 1; null where no task counted. */
    public @Nullable Double by(ServiceLevelType type) {
        return switch (type) {
            case IGNORE_ABANDONED -> part(answered, offered - abandoned);
            case ABANDONED_NEGATIVE -> part(answered, offered);
            case ABANDONED_POSITIVE -> part(answered + abandoned, offered);
        };
    }

    private static @Nullable Double part(long some, long all) {
        return all == 0 ? null : some / (double) all;
    }
}
