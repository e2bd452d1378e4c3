package org.mediarouter.communication;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.MrdState;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStates;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.GetAgentState;
import org.mediarouter.message.Handler;
import org.mediarouter.message.HeldTask;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;

/** Row 16, GetAgentState: reads the shared state. */
public final class GetAgentStateHandler implements Handler<GetAgentState> {
    private final AgentStore agents;
    private final Answers answers;
    private final Supplier<Configuration> configuration;
    private final Duration connectedFor;

    /**
     * With its parts.
     *
     * @param connectedFor the setting {@code mediarouter.connected-for}
     */
    public GetAgentStateHandler(
            AgentStore agents, Answers answers, Supplier<Configuration> configuration, Duration connectedFor) {
        this.agents = agents;
        this.answers = answers;
        this.configuration = configuration;
        this.connectedFor = connectedFor;
    }

    @Override
    public List<Outgoing> handle(GetAgentState question, Envelope envelope) {
        Configuration now = configuration.get();
        @Nullable Refusal refusal = AgentChecks.agent(now, question.agentId());
        if (refusal == null && question.mrd() != null) {
            refusal = AgentChecks.inMrd(now, question.agentId(), question.mrd());
        }
        if (refusal != null) {
            return answers.refuse(question, envelope, refusal);
        }
        AgentRecord agent = agents.get(question.agentId());
        if (question.mrd() != null) {
            return answers.answer(question, envelope, withTasks(agent, question.mrd(), envelope));
        }
        List<AgentState> states = requireNonNull(now.agent(question.agentId())).mrds().keySet().stream()
                .sorted()
                .map(mrd -> withTasks(agent, mrd, envelope))
                .toList();
        boolean connected = agent.connected(envelope.time(), connectedFor);
        return answers.answer(question, envelope, new AgentStates(agent.id(), connected, states));
    }

    private static AgentState withTasks(AgentRecord agent, String mrd, Envelope envelope) {
        AgentState told = agent.told(mrd, envelope.time());
        MrdState state = agent.in(mrd);
        List<HeldTask> held = state == null
                ? List.of()
                : state.held().entrySet().stream()
                        .map(e -> new HeldTask(e.getKey(), e.getValue().state()))
                        .toList();
        return new AgentState(
                told.agentId(), told.mrd(), told.state(), told.reasonCode(), told.time(), told.version(), held);
    }
}
