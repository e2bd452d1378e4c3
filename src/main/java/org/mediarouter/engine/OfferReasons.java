package org.mediarouter.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.mediarouter.routing.Explanation;

/**
 * Why a task was offered to an agent.
 *
 * @param offer its number among the task's offers
 */
public record OfferReasons(int offer, String agentId, Explanation why) {
    private static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    String toText() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons can't be written", e);
        }
    }

    static OfferReasons parse(String text) {
        try {
            return JSON.readValue(text, OfferReasons.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons can't be read", e);
        }
    }
}
