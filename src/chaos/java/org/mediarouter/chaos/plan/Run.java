package org.mediarouter.chaos.plan;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.history.History;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chaos.load.Load;
import org.mediarouter.chaos.site.Site;
import org.mediarouter.chaos.strike.Kind;
import org.mediarouter.chaos.strike.Strike;

/** A run under way: what is struck, what was measured, and what went wrong that a Chat Server doesn't see. */
public final class Run {
    /** Within it a system that was struck must work again: a node's start, and the merge of a cluster that was divided. */
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final Duration CATCHING_UP = Duration.ofSeconds(60);

    private final Site site;
    private final Load load;
    private final History history;
    private final PrintStream out;
    private final RandomGenerator random;
    private final Instant begun = Instant.now();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int strikes;

    public Run(Site site, Load load, History history, PrintStream out, long seed) {
        this.site = site;
        this.load = load;
        this.history = history;
        this.out = out;
        this.random = new SplittableRandom(seed);
    }

    public Site site() {
        return site;
    }

    public Load load() {
        return load;
    }

    RandomGenerator random() {
        return random;
    }

    Instant begun() {
        return begun;
    }

    /** Waits until what piled up has been worked off, else it is the line of {@code General} that is measured next. */
    void catchUp() throws InterruptedException {
        if (!load.caughtUp(CATCHING_UP)) {
            say("commands still wait after %d s".formatted(CATCHING_UP.toSeconds()));
        }
    }

    /** Strikes, and waits until the system is whole again. */
    void strike(Kind kind) throws InterruptedException {
        strike(kind.toString(), kind.strike());
    }

    /**
     * The same with a strike that has no kind of its own.
     *
     * @return how long it took from the strike until the system was whole again
     */
    Duration strike(String kind, Strike strike) throws InterruptedException {
        Instant at = Instant.now();
        String target;
        try {
            target = strike.at(site, random);
        } catch (IOException e) {
            target = "failed: " + e.getMessage();
            complain(kind + ": " + e.getMessage());
        }
        Optional<String> missing = site.awaitWhole(RECOVERY);
        Instant until = Instant.now();
        history.add(new Observation.Struck(at, until, kind, target));
        strikes++;
        Duration outage = Duration.between(at, until);
        say("%3d %-16s whole after %5.1f s: %s".formatted(strikes, kind, outage.toMillis() / 1e3, target));
        if (missing.isPresent()) {
            complain("not whole " + RECOVERY.toSeconds() + " s after " + kind + " (" + target + "): " + missing.get());
            revive();
        }
        return outage;
    }

    /** The system doesn't come back by itself; so that the run can go on, everything is started anew. */
    private void revive() throws InterruptedException {
        Instant at = Instant.now();
        try {
            site.killEverything();
            site.start();
        } catch (IOException e) {
            complain("it can't be started anew: " + e.getMessage());
        }
        Optional<String> missing = site.awaitWhole(RECOVERY);
        missing.ifPresent(what -> complain("not whole after everything was started anew: " + what));
        history.add(new Observation.Struck(at, Instant.now(), "revival", "everything"));
    }

    /** Something that must not be. */
    public void complain(String what) {
        complaints.add(what);
        say("WRONG: " + what);
    }

    /** A result for the table and the JSON. */
    void figure(String name, Object value) {
        figures.put(name, value);
    }

    void say(String line) {
        out.println("%6.1f s  %s"
                .formatted(Duration.between(begun, Instant.now()).toMillis() / 1e3, line));
        out.flush();
    }

    /** How many strikes there were. */
    public int strikes() {
        return strikes;
    }

    public Map<String, Object> figures() {
        return figures;
    }

    public List<String> complaints() {
        return complaints;
    }
}
