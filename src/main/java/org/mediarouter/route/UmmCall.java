package org.mediarouter.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.mediarouter.directory.Umm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the route {@code routes/directory-umm.camel.yaml}. Into it go the body {@code {"agentId", "password"}} and nothing
 * else; out of it come the header {@code UmmVerdict} ({@code welcome} or {@code refused}) and, for a welcome, a JSON object
 * whose {@code id} is the agent's. Whatever else comes is no answer.
 */
public final class UmmCall implements Umm {
    /** Where the route begins. */
    public static final String ENDPOINT = "direct:directory-umm";

    private static final Logger LOG = LoggerFactory.getLogger(UmmCall.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LateTemplate template;

    public UmmCall(Supplier<CamelContext> camel) {
        template = new LateTemplate(camel);
    }

    @Override
    public Verdict ask(String agentId, String password) {
        Exchange said = template.get()
                .request(
                        ENDPOINT,
                        exchange -> exchange.getMessage()
                                .setBody(JSON.writeValueAsBytes(Map.of("agentId", agentId, "password", password))));
        Exception failure = said.getException();
        if (failure != null) {
            LOG.warn(
                    "UMM could not be asked about agent {}: {}",
                    agentId,
                    failure.getClass().getSimpleName());
            return Verdict.UNAVAILABLE;
        }
        String verdict = said.getMessage().getHeader("UmmVerdict", "", String.class);
        if (verdict.equals("refused")) {
            return Verdict.REFUSED;
        }
        if (verdict.equals("welcome") && names(said, agentId)) {
            return Verdict.WELCOME;
        }
        LOG.warn(
                "UMM gave no answer about agent {} (status {})",
                agentId,
                said.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
        return Verdict.UNAVAILABLE;
    }

    private static boolean names(Exchange said, String agentId) {
        try {
            JsonNode agent =
                    JSON.readTree(Objects.requireNonNullElse(said.getMessage().getBody(String.class), ""));
            return agent.isObject() && agent.path("id").asText().equals(agentId);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
