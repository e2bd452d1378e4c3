package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.assignment.Effect;
import org.mediarouter.assignment.Handovers;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Message;
import org.mediarouter.message.Outgoing;
import org.mediarouter.task.TaskResult.Handover;

/** What the engine says of its work to the Communication Server, and to the engine of another MRD where that is touched. */
final class Announcements {
    private final String mrd;
    private final List<Outgoing> out = new ArrayList<>();

    Announcements(String mrd) {
        this.mrd = mrd;
    }

    List<Outgoing> all() {
        return List.copyOf(out);
    }

    void add(Outgoing outgoing) {
        out.add(outgoing);
    }

    /** An event for these agents and the task's creator; with {@code replyTo}, a command's answer too. */
    void event(Message body, String correlation, @Nullable Destination replyTo, List<String> audience) {
        out.add(Outgoing.toCommunicationServer(mrd, body, correlation, replyTo, audience));
    }

    void agents(List<Effect> effects, String correlation) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.AgentChanged agent) {
                agent(agent.state(), correlation);
            } else if (effect instanceof Effect.AgentStirred stirred) {
                elsewhere(stirred.state().mrd(), stirred.state(), correlation, List.of());
            }
        }
    }

    /**
     * Tasks' states.
     *
     * @param command the correlation of the command that caused it; null: routing did, and each task has its own
     */
    void tasks(List<Effect> effects, @Nullable String command) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.TaskChanged task) {
                String where = task.state().mrd();
                String correlation = command == null ? task.correlation() : command;
                out.add(Outgoing.toCommunicationServer(where, task.state(), correlation, null, task.audience()));
                elsewhere(where, task.state(), correlation, task.audience());
                if (task.handover() != null && task.handover().offered() != null) {
                    ended(task, task.handover());
                }
            }
        }
    }

    private void agent(AgentState state, String correlation) {
        out.add(Outgoing.toCommunicationServer(state.mrd(), state, correlation, null, List.of(state.agentId())));
        elsewhere(state.mrd(), state, correlation, List.of());
    }

    private void elsewhere(String where, Message body, String correlation, List<String> audience) {
        if (!where.equals(mrd)) {
            out.add(Outgoing.toEngine(where, body, correlation, audience));
        }
    }

    /** The offer of a transfer ended: the Transfer is answered. */
    private void ended(Effect.TaskChanged task, Handover handover) {
        String correlation =
                handover.offered() == null ? "" : handover.offered().correlation();
        @Nullable
        Destination replyTo =
                handover.offered() == null ? null : handover.offered().replyTo();
        if (handover.accepted()) {
            event(Handovers.transferred(handover, task.state()), correlation, replyTo, task.audience());
        } else {
            event(Handovers.notAccepted(handover, task.state(), task.state().time()), correlation, replyTo, List.of());
        }
    }
}
