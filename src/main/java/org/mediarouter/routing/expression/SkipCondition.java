package org.mediarouter.routing.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Set;

/** A step's {@code skipIf}. */
public final class SkipCondition {

    static final String AGENTS_LOGGED_IN = "step.agentsLoggedIn";
    static final String WAITING = "queue.waiting";
    static final String AGENTS_READY = "queue.agentsReady";
    static final String LONGEST_WAIT = "queue.longestWait";

    /**
     * What a condition may ask.
     *
     * @param agentsLoggedIn who match the step
     * @param waiting tasks in the queue, the asking one counted
     * @param agentsReady who match a step of the queue and could be offered a task now
     * @param longestWait in seconds, in this queue
     */
    public record Figures(int agentsLoggedIn, int waiting, int agentsReady, double longestWait) {}

    private final CelRuntime.Program program;
    private final boolean readsLongestWait;

    SkipCondition(CelRuntime.Program program, Set<String> names) {
        this.program = program;
        this.readsLongestWait = names.contains(LONGEST_WAIT);
    }

    public boolean readsLongestWait() {
        return readsLongestWait;
    }

    /** Whether the step is to be skipped; an error counts as false. */
    public boolean holds(Figures figures) {
        Map<String, Object> variables = Map.of(
                AGENTS_LOGGED_IN, (long) figures.agentsLoggedIn(),
                WAITING, (long) figures.waiting(),
                AGENTS_READY, (long) figures.agentsReady(),
                LONGEST_WAIT, figures.longestWait());
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            return false;
        }
    }
}
