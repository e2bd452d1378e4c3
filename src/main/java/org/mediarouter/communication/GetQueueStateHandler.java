package org.mediarouter.communication;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.GetQueueState;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.QueueState;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.task.QueueFigures;

/** The extension GetQueueState: a precision queue's figures, at most a second old. */
public final class GetQueueStateHandler implements Handler<GetQueueState> {
    private final QueueFigures.Store figures;
    private final Answers answers;
    private final Supplier<Configuration> configuration;

    public GetQueueStateHandler(QueueFigures.Store figures, Answers answers, Supplier<Configuration> configuration) {
        this.figures = figures;
        this.answers = answers;
        this.configuration = configuration;
    }

    @Override
    public List<Outgoing> handle(GetQueueState question, Envelope envelope) {
        PrecisionQueue queue = configuration.get().queue(question.queue());
        if (queue == null) {
            return answers.refuse(
                    question,
                    envelope,
                    Refusal.ofMember(
                            ErrorCode.QUEUE_NOT_FOUND, "Queue", "There is no queue " + question.queue() + "."));
        }
        @Nullable QueueFigures known = figures.get(queue.id());
        QueueState state = known == null
                ? new QueueState(queue.id(), queue.mrd(), 0, 0, 0, 0, 0, null, envelope.time())
                : new QueueState(
                        queue.id(),
                        queue.mrd(),
                        known.line().size(),
                        known.oldest() == null
                                ? 0
                                : Duration.between(known.oldest(), envelope.time())
                                                .toMillis()
                                        / 1000.0,
                        known.agentsLoggedIn(),
                        known.agentsReady(),
                        known.agentsBusy(),
                        known.waitOfNext(),
                        envelope.time());
        return answers.answer(question, envelope, state);
    }
}
