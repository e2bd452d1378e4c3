package org.mediarouter.cli;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.mediarouter.finesse.Counts;
import org.mediarouter.finesse.FinesseCentre;

/** How this node stands with Finesse, for metrics and health. */
final class FinesseFigures {
    private final FinesseCentre finesse;

    FinesseFigures(FinesseCentre finesse) {
        this.finesse = finesse;
    }

    void follow(MeterRegistry meters) {
        gauge(meters, "available", "1 where a side of Finesse is in service", from -> from.available() ? 1 : 0);
        gauge(meters, "held", "contact-centre agents that this node holds", FinesseCentre::held);
        gauge(meters, "live", "those of them with a live XMPP session", FinesseCentre::live);
        counter(meters, "notifications", "notifications heard", Counts::notifications);
        counter(meters, "unreadable", "notifications that could not be read", Counts::unreadable);
        counter(meters, "lost", "XMPP sessions that ended, and not by us", Counts::lost);
        counter(meters, "opened", "XMPP sessions opened", Counts::opened);
        counter(meters, "repaired", "states found different when they were read", Counts::repaired);
        counter(meters, "taken", "agents taken over from another node", Counts::taken);
    }

    private void gauge(MeterRegistry meters, String name, String what, ToDoubleFunction<FinesseCentre> value) {
        Gauge.builder("mediarouter.finesse." + name, finesse, value)
                .description(what)
                .register(meters);
    }

    private void counter(MeterRegistry meters, String name, String what, ToDoubleFunction<Counts> value) {
        FunctionCounter.builder("mediarouter.finesse." + name, finesse.counts(), value)
                .description(what)
                .register(meters);
    }

    /** A Finesse that is away doesn't make the node one: chats of standalone agents are routed all the same. */
    void detail(HealthCheckResultBuilder builder) {
        builder.detail("finesse.available", finesse.available())
                .detail("finesse.held", finesse.held())
                .detail("finesse.live", finesse.live());
    }
}
