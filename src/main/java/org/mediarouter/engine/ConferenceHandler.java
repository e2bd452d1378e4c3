package org.mediarouter.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskResult;

/** Row 5, Conference: takes the participant's capacity, adds him to the task, and says TaskConferenced. */
public final class ConferenceHandler implements Handler<Conference> {
    private final Engine engine;

    public ConferenceHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Outgoing> handle(Conference conference, Envelope envelope) {
        String mrd = requireNonNull(conference.mrd());
        return engine.handle(mrd, envelope, turn -> join(conference, mrd, turn));
    }

    private static void join(Conference conference, String mrd, Turn turn) {
        Mrd settings = turn.configuration().mrd(mrd);
        int most = settings == null ? Mrd.DEFAULT_MAX_AGENTS_ON_TASK : settings.maxAgentsOnTask();
        TaskResult result = turn.assignment()
                .hand(
                        "conference",
                        mrd,
                        conference.conferenceParticipant(),
                        conference.taskId(),
                        TaskStateName.ACTIVE,
                        new TaskOperation.Join(conference.conferenceOwner(), conference.conferenceParticipant(), most));
        turn.touchAgent(conference.conferenceParticipant());
        // The states first: whoever has heard of the conference has been told them, whatever he asks for next.
        turn.tellCommand();
        TaskState state = result.state();
        Envelope envelope = turn.envelope();
        if (result.refusal() != null) {
            turn.announcements()
                    .event(
                            Error.to(conference, result.refusal(), envelope.time()),
                            envelope.correlation(),
                            envelope.replyTo(),
                            List.of());
        } else if (state != null && state.participants() != null) {
            turn.announcements()
                    .event(
                            new TaskConferenced(
                                    conference.taskId(),
                                    conference.conferenceOwner(),
                                    conference.conferenceParticipant(),
                                    mrd,
                                    state.participants(),
                                    state.time()),
                            envelope.correlation(),
                            envelope.replyTo(),
                            result.audience());
        }
    }
}
