package org.mediarouter.chaos.plan;

import org.mediarouter.chaos.strike.Kind;

/** The route of {@code General} is edited, well and badly by turns. */
public record Edits(int times) implements Plan {
    private static final long BETWEEN_MS = 2000;

    @Override
    public void play(Run run) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Thread.sleep(BETWEEN_MS);
            run.strike(i % 2 == 0 ? Kind.GOOD_EDIT : Kind.BAD_EDIT);
        }
    }
}
