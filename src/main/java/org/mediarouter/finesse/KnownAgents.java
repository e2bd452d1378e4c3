package org.mediarouter.finesse;

import java.util.Collection;
import java.util.List;

/** What our own records say of the contact centre's agents. */
@FunctionalInterface
public interface KnownAgents {
    /** Whether the agent is connected in contact-centre mode. */
    boolean connected(String agentId);

    /** Those of them who, as far as is known, are signed in at the contact centre. */
    default Collection<String> signedIn() {
        return List.of();
    }
}
