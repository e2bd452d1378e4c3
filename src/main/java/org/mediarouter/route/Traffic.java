package org.mediarouter.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Command;
import org.mediarouter.message.Error;
import org.mediarouter.message.Message;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskAgentSelected;

/** Counts and times what is handled, by queue, type and outcome, and writes the agents' logs. */
public final class Traffic {
    private static final String DONE = "done";

    private final MeterRegistry meters;
    private final AgentLog log;
    private final Waits waits;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(Line line, String type, String outcome) {}

    /** How long a task had waited when it was offered; null where nobody knows any more. */
    @FunctionalInterface
    public interface Waits {
        @Nullable
        Duration before(TaskAgentSelected offer);
    }

    public Traffic(MeterRegistry meters, AgentLog log, Waits waits) {
        this.meters = meters;
        this.log = log;
        this.waits = waits;
    }

    /** A message is done with: handled, refused, or given up. */
    void handled(Delivery delivery) {
        String outcome = outcome(delivery.results());
        long took = delivery.age();
        timer(delivery, outcome).record(took, TimeUnit.NANOSECONDS);
        Message message = delivery.message();
        if (message == null) {
            return;
        }
        if (delivery.line() == Line.COMMUNICATION_SERVER) {
            count(message);
        }
        if (delivery.line() != Line.ROUTING_ENGINE) {
            log.note(message, delivery.envelope(), outcome, took);
        }
    }

    private void count(Message message) {
        if (message instanceof TaskAgentSelected offer) {
            meters.counter("mediarouter.offers", "mrd", offer.mrd(), "queue", offer.queue())
                    .increment();
            Duration wait = waits.before(offer);
            if (wait != null) {
                meters.timer("mediarouter.wait", "mrd", offer.mrd(), "queue", offer.queue())
                        .record(wait);
            }
        } else if (message instanceof AgentState state && Reason.RONA.equals(state.reasonCode())) {
            meters.counter("mediarouter.rona", "mrd", state.mrd()).increment();
        }
    }

    private Timer timer(Delivery delivery, String outcome) {
        Message message = delivery.message();
        // A type that isn't one of the protocol's is whatever a client wrote: there would be no end of meters.
        String type = message == null ? "none" : message.type();
        return timers.computeIfAbsent(
                new Key(delivery.line(), type, outcome),
                key -> Timer.builder("mediarouter.messages")
                        .description("messages handled, until their transaction's commit begins")
                        .tag("queue", key.line().queue().name())
                        .tag("type", key.type())
                        .tag("outcome", key.outcome())
                        .register(meters));
    }

    private static String outcome(List<Outgoing> results) {
        for (Outgoing outgoing : results) {
            if (outgoing.body() instanceof Error error) {
                return error.code().name();
            }
        }
        return DONE;
    }

    static List<String> agents(Message message) {
        if (message instanceof Command command) {
            return command.agents();
        }
        String agent = message.aboutAgent();
        return agent == null ? List.of() : List.of(agent);
    }
}
