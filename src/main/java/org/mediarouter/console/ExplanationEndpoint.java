package org.mediarouter.console;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mediarouter.engine.Explanations;
import org.mediarouter.engine.TaskExplanation;

/** {@code GET /tasks/ID/explanation}: why a task was offered to whom, and what it waits for. */
public final class ExplanationEndpoint {
    private ExplanationEndpoint() {}

    public static Endpoint over(Explanations explanations, Clock clock) {
        return Endpoint.get("/tasks/:id/explanation", ask -> {
            @Nullable TaskExplanation found = explanations.of(ask.path("id"), clock.instant());
            return found == null
                    ? Answer.refused(
                            404, "there is no task " + ask.path("id") + ", or it was closed more than 24 hours ago")
                    : Answer.of(found);
        });
    }
}
