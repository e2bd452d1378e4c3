package org.mediarouter.directory;

import java.util.List;

/** The agents whom UMM has: port to the route {@code umm-agents}. */
public interface UmmAgents {
    /** What it says. */
    sealed interface Answer {
        /**
         * Its agents, each id once.
         *
         * @param leftOut of whom it spoke and who can't be an agent here, each with the reason
         */
        record Listed(List<UmmAgent> agents, List<String> leftOut) implements Answer {
            public Listed {
                agents = List.copyOf(agents);
                leftOut = List.copyOf(leftOut);
            }
        }

        /**
         * Away, too slow, or it said something that is no list of agents.
         *
         * @param why for the log; it repeats nothing that UMM said
         */
        record Unavailable(String why) implements Answer {}
    }

    /** Asks once. */
    Answer ask();
}
