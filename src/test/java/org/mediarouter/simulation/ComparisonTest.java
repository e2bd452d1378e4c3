package org.mediarouter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Spread;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.OnInterrupt;

class ComparisonTest {
    private static final long BEGINNING =
            java.time.Instant.parse("2001-01-01T00:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static Plan plan(String name, int agents) {
        SmallCentre centre = new SmallCentre()
                .mrd(SmallCentre.mrd("voice", false, OnInterrupt.KEEP))
                .queue("q", "voice");
        IntStream.range(0, agents).forEach(i -> centre.agent("a" + i, Map.of("voice", 1)));
        Configuration configuration = centre.configuration();
        Manners manners = new Manners(
                new Spread.LogNormal(Duration.ofMinutes(3), 1.2),
                new Patience.Spreading(new Spread.Exponential(Duration.ofMinutes(4))),
                new Spread.Fixed(Duration.ofSeconds(2)),
                new Spread.Exponential(Duration.ofSeconds(10)));
        return new Plan(
                name,
                configuration,
                new PoissonCustomers.Source(
                        List.of(new PoissonCustomers.Stream("voice", "q", 100, 1, Map.of())),
                        List.of(),
                        manners,
                        BEGINNING,
                        BEGINNING + DAY),
                configuration.agents().keySet().stream()
                        .map(id -> new Shift(id, BEGINNING, Long.MAX_VALUE))
                        .toList(),
                BEGINNING,
                BEGINNING + DAY,
                false,
                Duration.ofHours(1));
    }

    @Test
    void theSameConfigurationTwiceDiffersInNothing() {
        List<Outcome> once = Replications.of(plan("a", 6), 4, 1, () -> {});
        List<Outcome> again = Replications.of(plan("b", 6), 4, 1, () -> {});

        Comparison comparison = Comparison.of(plan("a", 6), plan("b", 6), once, again);

        assertThat(comparison.differences()).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.difference().mean()).isZero();
            assertThat(difference.significant()).isFalse();
        });
    }

    @Test
    void oneMoreAgentShortensTheWaitsSignificantly() {
        List<Outcome> six = Replications.of(plan("six", 6), 6, 1, () -> {});
        List<Outcome> seven = Replications.of(plan("seven", 7), 6, 1, () -> {});

        Comparison comparison = Comparison.of(plan("six", 6), plan("seven", 7), six, seven);

        Difference wait = comparison.differences().stream()
                .filter(difference -> difference.measure() == Measure.WAIT_MEAN)
                .findFirst()
                .orElseThrow();
        assertThat(wait.difference().mean()).isNegative();
        assertThat(wait.significant()).isTrue();
        Difference occupancy =
                comparison.differences().get(comparison.differences().size() - 1);
        assertThat(occupancy.measure()).isEqualTo(Measure.OCCUPANCY);
        assertThat(occupancy.a()).isBetween(0.5, 1.0);
        assertThat(occupancy.difference().mean()).isNegative();
        assertThat(occupancy.significant()).isTrue();
        assertThat(ComparisonText.of(comparison)).contains("significant", "all agents", "6 pairs of runs");
    }

    @Test
    void holmMultipliesTheSmallestByTheirNumberAndKeepsTheOrder() {
        List<Difference> given = IntStream.range(0, 4)
                .mapToObj(i -> new Difference(
                        "q" + i,
                        Measure.WAIT_MEAN,
                        0,
                        0,
                        new Estimate(0, 0, 2),
                        new double[] {0.01, 0.04, 0.03, 0.005}[i],
                        Double.NaN))
                .toList();

        // The worked example: 4 x 0.005, 3 x 0.01, 2 x 0.03, and 0.04 no less than the one before.
        assertThat(Comparison.holm(given).stream().map(Difference::adjusted)).containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void anIntervalIsThatOfStudent() {
        Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4, 5, Double.NaN}, 0.95);

        // t(4; 0.975) = 2.776, s = 1.5811
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.runs()).isEqualTo(5);
        assertThat(estimate.halfWidth()).isCloseTo(2.776 * 1.5811 / Math.sqrt(5), within(0.001));
        assertThat(Estimate.of(new double[] {7}, 0.95).halfWidth()).isNaN();
    }

    @Test
    void theChartIsWellFormedAndNamesEachAgent() throws Exception {
        Plan plan = plan("<six & co>", 6);
        Report report = Report.of(plan, Replications.of(plan, 2, 1, () -> {}));

        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(
                        Chart.of(report).getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(document.getDocumentElement().getTextContent())
                .contains("<six & co>", "Mean wait", "Service level", "Occupancy", "a0", "a5");
    }
}
