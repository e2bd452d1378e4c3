package org.mediarouter.routing.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an MRD has to do with a contact centre (Finesse).
 *
 * @param external whether the contact centre routes its work, calls, and we only follow the agents' states
 * @param blend whether what contact-centre agents ask for here (log-in, READY, NOT_READY, log-out) is asked for their calls
 *     too
 * @param externalReasonCodes in an external MRD: by our reason code, the contact centre's id of the same
 */
public record Outside(boolean external, boolean blend, Map<String, Integer> externalReasonCodes) {
    /** Of an MRD that has nothing to do with one. */
    public static final Outside NONE = new Outside(false, false, Map.of());

    public Outside {
        requireNonNull(externalReasonCodes, "externalReasonCodes is null");
        externalReasonCodes = Map.copyOf(externalReasonCodes);
    }

    /** Our code for one of the contact centre's; null where none is configured. */
    public @Nullable String reasonOf(int id) {
        return externalReasonCodes.entrySet().stream()
                .filter(code -> code.getValue() == id)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
