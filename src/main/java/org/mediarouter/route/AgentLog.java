package org.mediarouter.route;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Message;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A log for each agent, with a line for each message about that agent. {@code config/logback.xml} says where: it sorts
 * the lines by the MDC's {@code agent}.
 *
 * <p>A line holds only what is named here, never a body: no password gets in.
 */
public final class AgentLog {
    /** The logger's name, and the MDC's key. */
    public static final String LOGGER = "agent-log";

    public static final String AGENT = "agent";
    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final Predicate<String> known;

    /**
     * For these agents.
     *
     * @param known whether there is such an agent: nobody else's name makes a file
     */
    public AgentLog(Predicate<String> known) {
        this.known = known;
    }

    /**
     * Writes a line into the log of each agent whom the message names.
     *
     * @param took nanoseconds
     */
    void note(Message message, Envelope envelope, String outcome, long took) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        for (String agent : Traffic.agents(message)) {
            if (known.test(agent)) {
                MDC.put(AGENT, agent);
                try {
                    LOG.info(line(agent, message, envelope, outcome, took));
                } finally {
                    MDC.remove(AGENT);
                }
            }
        }
    }

    static String line(String agent, Message message, Envelope envelope, String outcome, long took) {
        StringBuilder line = new StringBuilder(200);
        add(line, "type", message.type());
        add(line, "agent", agent);
        add(line, "task", message.aboutTask());
        add(line, "mrd", message.aboutMrd());
        add(line, "state", state(message));
        add(line, "correlation", envelope.correlation());
        add(line, "outcome", outcome);
        return line.append(" ms=").append(took / 100_000 / 10.0).toString();
    }

    private static @Nullable String state(Message message) {
        if (message instanceof AgentStateRequest asked) {
            return asked.state();
        }
        if (message instanceof TaskStateRequest asked) {
            return asked.state();
        }
        if (message instanceof AgentState told) {
            return told.state().name();
        }
        return message instanceof TaskState told ? told.state().name() : null;
    }

    /** Values come from clients: none may begin a line of its own, or fill the disk. */
    private static void add(StringBuilder line, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        line.append(line.isEmpty() ? "" : " ").append(name).append('=');
        int end = Math.min(value.length(), 200);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            line.append(c <= ' ' || c == '"' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 ? '_' : c);
        }
    }
}
