package org.mediarouter.simulation;

import java.util.Map;
import org.mediarouter.arrivals.Call;

/**
 * Into which queue a call goes.
 *
 * @param byType by the file's type of call
 * @param otherwise for all other types
 */
public record CallQueues(String mrd, Map<String, String> byType, String otherwise) {
    public CallQueues {
        byType = Map.copyOf(byType);
    }

    String of(Call call) {
        return byType.getOrDefault(call.type(), otherwise);
    }
}
