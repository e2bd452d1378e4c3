package org.mediarouter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediarouter.simulation.QueueingModel.Known;

/** A short version of {@code TheoryCheck}: wide intervals, and only models that settle quickly. */
class TheoryTest {
    private static final long SEED = 7;
    private static final long CUSTOMERS = 400_000;

    static Stream<QueueingModel> quickModels() {
        List<QueueingModel> all = QueueingModels.all();
        return Stream.of(all.get(2), all.get(5), all.get(7), all.get(8));
    }

    @ParameterizedTest
    @MethodSource("quickModels")
    void theSimulatorAgreesWithTheory(QueueingModel model) {
        BatchMeans measured = new BatchMeans(model, 2, SEED);
        while (measured.customers() < CUSTOMERS) {
            measured.more();
        }

        for (Known known : model.known()) {
            Estimate estimate = measured.estimate(known, 0.999);
            assertThat(estimate.mean())
                    .as("%s of %s, seed %d", known, model.name(), SEED)
                    .isCloseTo(known.value(), within(estimate.halfWidth()));
            assertThat(estimate.halfWidth())
                    .as("what the interval of %s is good for", known)
                    .isLessThan(0.3 * known.value());
        }
    }

    /** The formulas give the published table (routing, section 4). */
    @Test
    void theFormulasAreThoseOfTheTable() {
        ErlangC large = new ErlangC(50, 0.8, 60);
        assertThat(large.waits()).isCloseTo(0.6945, within(0.00005));
        assertThat(large.meanWait()).isCloseTo(20.83, within(0.005));
        assertThat(large.queue()).isCloseTo(16.67, within(0.005));
        assertThat(large.occupancy()).isCloseTo(0.960, within(0.0005));
        ErlangA impatient = new ErlangA(50, 0.8, 60, 120);
        assertThat(impatient.waits()).isCloseTo(0.4678, within(0.00005));
        assertThat(impatient.meanWait()).isCloseTo(3.71, within(0.005));
        assertThat(impatient.abandoned()).isCloseTo(0.0309, within(0.00005));
        assertThat(impatient.occupancy()).isCloseTo(0.930, within(0.0005));
        assertThat(new ErlangC(6, 100 / 3600.0, 180).meanWait()).isCloseTo(105.753, within(0.0005));
        assertThat(new ErlangC(6, 100 / 3600.0, 180).within(20)).isCloseTo(0.4743, within(0.00005));
        assertThat(new ErlangC(28, 500 / 3600.0, 180).meanWait()).isCloseTo(27.438, within(0.0005));
        assertThat(new ErlangC(28, 500 / 3600.0, 180).within(20)).isCloseTo(0.6723, within(0.00005));
        assertThat(new ErlangC(54, 1000 / 3600.0, 180).meanWait()).isCloseTo(21.312, within(0.0005));
        assertThat(new ErlangC(54, 1000 / 3600.0, 180).within(20)).isCloseTo(0.6963, within(0.00005));
        assertThat(new ErlangA(10, 200 / 3600.0, 180, 120).abandoned()).isCloseTo(0.13746, within(0.000005));
        assertThat(new ErlangA(10, 200 / 3600.0, 180, 120).meanWait()).isCloseTo(16.50, within(0.005));
        assertThat(new ErlangA(50, 1000 / 3600.0, 180, 120).abandoned()).isCloseTo(0.06199, within(0.000005));
        assertThat(new ErlangA(50, 1000 / 3600.0, 180, 120).meanWait()).isCloseTo(7.44, within(0.005));
    }

    /** Where every agent serves everybody, the product form is Erlang's. */
    @Test
    void theProductFormOfUniversalAgentsIsErlangs() {
        boolean[] universal = {true, true};
        SkilledCentre centre =
                new SkilledCentre(new double[] {0.01, 0.005}, 180, List.of(universal, universal, universal, universal));

        double wait = new ErlangC(4, 0.015, 180).meanWait();

        assertThat(centre.meanWaits()[0]).isCloseTo(wait, within(1e-9));
        assertThat(centre.meanWaits()[1]).isCloseTo(wait, within(1e-9));
    }
}
