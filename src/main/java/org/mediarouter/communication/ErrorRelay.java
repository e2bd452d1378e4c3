package org.mediarouter.communication;

import java.util.List;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;

/** The engine had to refuse a Conference or Transfer because things changed after the check: the command's answer. */
public final class ErrorRelay implements Handler<Error> {
    private final Answers answers;

    public ErrorRelay(Answers answers) {
        this.answers = answers;
    }

    @Override
    public List<Outgoing> handle(Error error, Envelope envelope) {
        return List.of(Outgoing.told(answers.of(error.agentId(), envelope.replyTo()), error, envelope.correlation()));
    }
}
