package org.mediarouter.finesse;

import org.mediarouter.agent.OutsideState;

/** Takes what becomes known of an agent, and keeps it in the order given until it has been dealt with. Never waits. */
@FunctionalInterface
public interface Reports {
    void report(String agentId, OutsideState state);
}
