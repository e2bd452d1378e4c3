package org.mediarouter.chatserver;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for (row 13).
 *
 * @param weight how many come relative to the other kinds
 * @param mrd may be null where {@code queue} is given
 * @param queue null: the MRD's default queue
 * @param priority 1-10
 * @param attributes values are String, Long, Double or Boolean
 */
public record CustomerKind(
        double weight, @Nullable String mrd, @Nullable String queue, int priority, Map<String, Object> attributes) {

    public CustomerKind {
        attributes = Map.copyOf(attributes);
    }
}
