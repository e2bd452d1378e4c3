package org.mediarouter.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediarouter.chaos.load.Centre;
import org.mediarouter.chaos.plan.RandomStrikes;
import org.mediarouter.chaos.site.Distribution;
import org.mediarouter.chaos.strike.Kind;

/** A short run of the chaos program on the distribution that {@code package} has just made. */
class ChaosIT {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void nothingIsLostAndNothingDoneTwiceWhenTheNodeDies(@TempDir Path work) throws Exception {
        System.out.println("seed " + SEED);
        Experiment experiment = new Experiment(
                new Distribution(Path.of("target/media-router")),
                work,
                new Centre(16, 10, SEED),
                1,
                Layout.EMBEDDED,
                new RandomStrikes(Duration.ofSeconds(10), Duration.ofSeconds(4), List.of(Kind.KILL_EVERYTHING)),
                SEED,
                System.out);

        Report report = experiment.run("random");

        assertThat(report.wrong()).as("seed " + SEED).isEmpty();
        assertThat(report.facts())
                .as("seed " + SEED)
                .hasEntrySatisfying("strikes", n -> assertThat((Integer) n).isPositive());
    }
}
