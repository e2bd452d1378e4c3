package org.mediarouter.chaos.plan;

import java.io.IOException;

/** What happens between the opening of the doors and their closing. */
public interface Plan {
    /**
     * Strikes, waits and measures.
     *
     * @throws IOException something could not be done at all, so that the run has no meaning
     */
    void play(Run run) throws IOException, InterruptedException;
}
