package org.mediarouter.communication;

import java.util.List;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.OutsideStateChanged;
import org.mediarouter.task.TaskStore;

/**
 * The contact centre says how an agent stands: his state in the external MRD follows, and what a call interrupts is
 * interrupted (states, "Interruption").
 */
public final class OutsideStateHandler implements Handler<OutsideStateChanged> {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final OutsideMedium outside;

    public OutsideStateHandler(AgentStore agents, TaskStore tasks, Answers answers, OutsideMedium outside) {
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.outside = outside;
    }

    @Override
    public List<Outgoing> handle(OutsideStateChanged changed, Envelope envelope) {
        Assignment assignment = Assignment.ofCommand(agents, tasks, envelope);
        OutsideState said = new OutsideState(
                changed.loggedIn(),
                changed.unsure(),
                changed.ready(),
                changed.reason(),
                changed.call(),
                changed.since(),
                changed.read());
        outside.follow(assignment, changed.agentId(), said);
        return answers.tell(envelope, assignment.effects());
    }
}
