package org.mediarouter.engine;

import java.util.List;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;

/** Row 10, AgentState: looks at the agent anew, and offers waiting tasks where that made room. */
public final class AgentStateHandler implements Handler<AgentState> {
    private final Engine engine;

    public AgentStateHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Outgoing> handle(AgentState state, Envelope envelope) {
        return engine.handle(state.mrd(), envelope, turn -> turn.touchAgent(state.agentId()));
    }
}
