package org.mediarouter.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation that left the line of {@code General}: where it was sent, so that it is sent there again when it comes
 * again, and whether it has been handled.
 */
record OpenSignIn(String group, Set<String> after, boolean handled) {
    static final String MAP = "signin-operations";

    /** It has been handled; nothing where it is no longer known. */
    record Handled() implements EntryProcessor<String, OpenSignIn, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object process(Map.Entry<String, OpenSignIn> entry) {
            @Nullable OpenSignIn open = entry.getValue();
            if (open != null) {
                entry.setValue(new OpenSignIn(open.group(), open.after(), true));
            }
            return null;
        }
    }
}
