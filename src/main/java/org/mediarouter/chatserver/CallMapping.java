package org.mediarouter.chatserver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;

/**
 * What a call of the data becomes.
 *
 * @param mrd where one task at a time is handled, as calls are
 * @param queues by the data's type of call; a type that isn't there goes to {@code otherwise}
 * @param otherwise null: the MRD's default queue
 * @param priorities by the data's priority; else 1
 */
public record CallMapping(
        String mrd, Map<String, String> queues, @Nullable String otherwise, Map<Integer, Integer> priorities) {

    /** For the shipped configuration: all into one queue, priority customers first. */
    public static final CallMapping DEFAULT = new CallMapping("voice", Map.of(), "hotline", Map.of(2, 2));

    public CallMapping {
        queues = Map.copyOf(queues);
        priorities = Map.copyOf(priorities);
    }

    /** The task for a call; its attributes {@code type} and {@code language} can be read by step expressions. */
    CustomerKind kindOf(Call call) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("type", call.type());
        if (call.type().equals("PE")) {
            attributes.put("language", "en");
        }
        @Nullable String queue = queues.containsKey(call.type()) ? queues.get(call.type()) : otherwise;
        return new CustomerKind(1, mrd, queue, priorities.getOrDefault(call.priority(), 1), attributes);
    }
}
