package org.mediarouter.communication;

import java.util.List;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.MrdState;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;

/** A state that routing caused, to the agent's destination; never one older than what a command's answer told. */
public final class AgentStateRelay implements Handler<AgentState> {
    private final AgentStore agents;

    public AgentStateRelay(AgentStore agents) {
        this.agents = agents;
    }

    @Override
    public List<Outgoing> handle(AgentState state, Envelope envelope) {
        AgentRecord agent = agents.get(state.agentId());
        MrdState present = agent.in(state.mrd());
        boolean overtaken = present != null && present.commandVersion() > state.version();
        return overtaken ? List.of() : List.of(Outgoing.told(agent.destination(), state, envelope.correlation()));
    }
}
