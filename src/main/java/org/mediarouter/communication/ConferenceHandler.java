package org.mediarouter.communication;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** Rows 4 and 5, Conference: checks, adds the MRD, and forwards. */
public final class ConferenceHandler implements Handler<Conference> {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;

    public ConferenceHandler(
            AgentStore agents, TaskStore tasks, Answers answers, Supplier<Configuration> configuration) {
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.configuration = configuration;
    }

    @Override
    public List<Outgoing> handle(Conference conference, Envelope envelope) {
        @Nullable TaskRecord task = tasks.get(conference.taskId());
        if (task == null) {
            return answers.refuse(conference, envelope, HandingChecks.noTask());
        }
        if (conference.mrd() != null && !conference.mrd().equals(task.mrd())) {
            return answers.refuseMember(conference, envelope, "Mrd", "The task belongs to " + task.mrd() + ".");
        }
        @Nullable Refusal refusal = refusal(conference, task);
        if (refusal != null) {
            return answers.refuse(conference, envelope, refusal);
        }
        Conference complete = new Conference(
                conference.taskId(),
                conference.conferenceOwner(),
                conference.conferenceParticipant(),
                task.mrd(),
                envelope.time());
        return List.of(Outgoing.toEngine(task.mrd(), complete, envelope.correlation(), envelope.replyTo()));
    }

    private @Nullable Refusal refusal(Conference conference, TaskRecord task) {
        Configuration now = configuration.get();
        @Nullable Refusal refusal = HandingChecks.task(task, conference.conferenceOwner());
        if (refusal == null) {
            refusal = HandingChecks.recipient(now, agents, task, conference.conferenceParticipant());
        }
        Mrd mrd = now.mrd(task.mrd());
        int most = mrd == null ? Mrd.DEFAULT_MAX_AGENTS_ON_TASK : mrd.maxAgentsOnTask();
        if (refusal == null && task.agents().size() >= most) {
            return Refusal.of(ErrorCode.CONFERENCE_FULL, "No more than " + most + " agents may be on a task.");
        }
        return refusal;
    }
}
