package org.mediarouter.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which messages of a queue are meant, as options of a command: those that all of the given options fit. */
final class MessageChoice {
    @Option(names = "--id", paramLabel = "ID", split = ",", description = "this one; may be given several times")
    private List<String> ids = List.of();

    @Option(names = "--type", paramLabel = "JMSTYPE", description = "only of this type, for example Conference")
    private @Nullable String type;

    @Option(names = "--agent", paramLabel = "ID", description = "only about this agent")
    private @Nullable String agent;

    boolean byId() {
        return !ids.isEmpty();
    }

    boolean fits(QueuedMessage one) {
        return (ids.isEmpty() || ids.contains(one.id()) || ids.contains(String.valueOf(one.messageId())))
                && (type == null || type.equals(one.type()))
                && (agent == null || agent.equals(one.agent()));
    }

    /** Why there is nothing, in one sentence. */
    String nothing(String queue, long inQueue) {
        return inQueue == 0
                ? queue + " is empty"
                : "none of the " + inQueue + " messages in " + queue + " matches ('queue show " + queue
                        + "' lists them, with their ids)";
    }
}
