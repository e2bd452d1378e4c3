package org.mediarouter.cli;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.jspecify.annotations.Nullable;
import org.mediarouter.console.Answer;
import org.mediarouter.console.ConfigurationDesk;
import org.mediarouter.console.InForce;
import org.mediarouter.directory.UmmAgents;
import org.mediarouter.directory.UmmMerge;
import org.mediarouter.route.UmmAgentsCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over UMM's agents into the routing configuration again and again (docs/umm.md). It goes through the door of
 * {@code config apply}: a configuration with mistakes, or one that would strand somebody, doesn't come into force, and the
 * next time may do better. Each node does it; that two do so at once ends as for two administrators: one version comes into
 * force, and who was late finds nothing to change the next time.
 */
final class UmmSync {
    /** What came of it. */
    enum Outcome {
        /** UMM's agents have changed, and are in force. */
        APPLIED,
        UNCHANGED,
        /** Somebody else put another configuration into force meanwhile. */
        OVERTAKEN,
        /** What UMM says can't be in force. */
        REFUSED,
        /** UMM, or our store, gave no answer. */
        UNAVAILABLE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands; {@code why} is empty where all is well. */
    private record Last(Outcome outcome, Instant at, String why) {}

    private static final Logger LOG = LoggerFactory.getLogger(UmmSync.class);
    private static final String WHO = "umm";
    private static final int TOLD = 5;

    private final UmmAgents umm;
    private final InForce inForce;
    private final ConfigurationDesk desk;
    private final Settings.UmmAgents settings;
    private final Clock clock;
    private final AtomicLongArray counts = new AtomicLongArray(Outcome.values().length);
    private volatile @Nullable Last last;
    private volatile @Nullable Instant lastGood;

    UmmSync(UmmAgents umm, InForce inForce, ConfigurationDesk desk, Settings.UmmAgents settings, Clock clock) {
        this.umm = umm;
        this.inForce = inForce;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins, on a thread of its own; null where the settings want none. */
    static @Nullable UmmSync begin(
            Settings settings,
            Parts parts,
            InForce inForce,
            ConfigurationDesk desk,
            Supplier<CamelContext> camel,
            Clock clock) {
        if (!settings.synchronisesAgents()) {
            return null;
        }
        UmmSync sync = new UmmSync(new UmmAgentsCall(camel), inForce, desk, settings.ummAgents(), clock);
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "umm-agents");
            made.setDaemon(true);
            return made;
        });
        Duration every = settings.ummAgents().every();
        thread.scheduleWithFixedDelay(sync::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        parts.closing(thread::shutdownNow);
        return sync;
    }

    private void run() {
        try {
            once();
        } catch (RuntimeException e) {
            end(Outcome.UNAVAILABLE, String.valueOf(e.getMessage()));
            LOG.debug("agents can't be taken over from UMM", e);
        }
    }

    /** Once, now. */
    Outcome once() {
        UmmAgents.Answer answer = umm.ask();
        if (answer instanceof UmmAgents.Answer.Listed listed) {
            return merge(listed);
        }
        return end(Outcome.UNAVAILABLE, ((UmmAgents.Answer.Unavailable) answer).why());
    }

    private Outcome merge(UmmAgents.Answer.Listed listed) {
        InForce.Known former = inForce.refresh();
        UmmMerge.Outcome outcome = new UmmMerge(former.configuration(), settings.mrds(), settings.mayShrink())
                .merge(former.version().text(), listed.agents());
        if (outcome instanceof UmmMerge.Outcome.Refused refused) {
            return end(Outcome.REFUSED, refused.why());
        }
        UmmMerge.Outcome.Merged merged = (UmmMerge.Outcome.Merged) outcome;
        if (merged.text().equals(former.version().text())) {
            return end(Outcome.UNCHANGED, "");
        }
        Outcome applied = apply(former.version().number(), merged);
        if (applied == Outcome.APPLIED) {
            leftOut("agents", listed.leftOut());
            leftOut("members", merged.leftOut());
        }
        return applied;
    }

    private Outcome apply(long base, UmmMerge.Outcome.Merged merged) {
        Answer answer = desk.apply(base, merged.text(), WHO, merged.agents() + " agents of UMM");
        if (answer.status() == 200) {
            return end(Outcome.APPLIED, "");
        }
        Map<?, ?> told = answer.body() instanceof Map<?, ?> body ? body : Map.of();
        if (told.containsKey("inForce")) {
            return end(Outcome.OVERTAKEN, "");
        }
        Object details = told.containsKey("stranded") ? told.get("stranded") : told.get("mistakes");
        return end(Outcome.REFUSED, told.get("message") + ": " + details);
    }

    private static void leftOut(String what, List<String> reasons) {
        if (!reasons.isEmpty()) {
            LOG.warn(
                    "{} {} of UMM's list are left out: {}{}",
                    reasons.size(),
                    what,
                    String.join("; ", reasons.subList(0, Math.min(TOLD, reasons.size()))),
                    reasons.size() > TOLD ? "; ..." : "");
        }
    }

    private Outcome end(Outcome outcome, String why) {
        Instant now = clock.instant();
        counts.incrementAndGet(outcome.ordinal());
        if (outcome == Outcome.APPLIED || outcome == Outcome.UNCHANGED) {
            lastGood = now;
        }
        if (!why.isEmpty()) {
            LOG.warn("agents are not taken over from UMM ({}): {}", outcome.text(), why);
        }
        last = new Last(outcome, now, why);
        return outcome;
    }

    void follow(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            FunctionCounter.builder("mediarouter.umm.syncs", counts, all -> all.get(outcome.ordinal()))
                    .description("how often agents were to be taken over from UMM, by what came of it")
                    .tags("outcome", outcome.text())
                    .register(meters);
        }
        TimeGauge.builder("mediarouter.umm.synced", this, TimeUnit.MILLISECONDS, sync -> {
                    Instant good = sync.lastGood;
                    return good == null ? 0 : good.toEpochMilli();
                })
                .description("when what UMM lists was last in force, since 1970; 0: not since the start")
                .register(meters);
    }

    /** A UMM that is away makes no node unready: those who are in force sign in as they can. */
    void detail(HealthCheckResultBuilder builder) {
        Last now = last;
        if (now != null) {
            builder.detail("umm.sync", now.outcome().text())
                    .detail("umm.sync.at", now.at().toString())
                    .detail("umm.sync.good", Objects.toString(lastGood, "never"));
            if (!now.why().isEmpty()) {
                builder.detail("umm.sync.why", now.why());
            }
        }
    }
}
