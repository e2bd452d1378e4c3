package org.mediarouter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.arrivals.Spread;

class CustomersTest {
    private static final LocalDate DATE = LocalDate.of(1999, 2, 1);
    private static final Spread NOTHING = new Spread.Fixed(Duration.ZERO);
    private static final int DRAWS = 40_000;

    private static Call call(int waited, boolean served) {
        return new Call(DATE, 100, 0, "PS", waited, served, served ? 60 : 0, "");
    }

    private static List<Customer> all(Customers customers) {
        List<Customer> all = new ArrayList<>();
        for (@Nullable Customer one = customers.next(); one != null; one = customers.next()) {
            all.add(one);
        }
        return all;
    }

    @Test
    void patienceIsThatOfTheProductLimitEstimator() {
        // At risk 4 at 5 s, 2 at 15 s: of those who wait 3/4 stay beyond 5 s, half of these beyond 15 s.
        Patience.Recorded patience = new Patience.Recorded(
                List.of(call(5, false), call(10, true), call(15, false), call(20, true), call(0, false)));
        SplittableRandom random = new SplittableRandom(1);
        double[] atOnce = {0, 0, 0, 0};
        double stays = 0;
        for (int i = 0; i < DRAWS; i++) {
            long drawn = patience.draw(random);
            atOnce[drawn == 0 ? 0 : drawn == 5_000 ? 1 : drawn == 15_000 ? 2 : 3]++;
            stays += patience.beyond(12, random) == Customer.ENDLESS ? 1 : 0;
        }

        // One of five leaves at once.
        assertThat(atOnce[0] / DRAWS).isCloseTo(0.2, within(0.01));
        assertThat(atOnce[1] / DRAWS).isCloseTo(0.8 * 0.25, within(0.01));
        assertThat(atOnce[2] / DRAWS).isCloseTo(0.8 * 0.375, within(0.01));
        assertThat(atOnce[3] / DRAWS).isCloseTo(0.8 * 0.375, within(0.01));
        assertThat(stays / DRAWS).isCloseTo(0.5, within(0.01));
    }

    @Test
    void whatTheFileSaysOfACallIsTakenAndTheRestIsDrawn() {
        List<Call> calls = CallFile.shipped();
        RecordedCustomers.Source source = new RecordedCustomers.Source(
                calls, new CallQueues("voice", Map.of("NE", "stocks"), "hotline"), null, null, NOTHING, NOTHING);

        List<Customer> once = all(source.of(1));
        List<Customer> other = all(source.of(2));

        assertThat(once).hasSameSizeAs(calls).isEqualTo(all(source.of(1))).isNotEqualTo(other);
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Customer customer = once.get(i);
            assertThat(customer.queue()).isEqualTo(call.type().equals("NE") ? "stocks" : "hotline");
            if (call.served()) {
                assertThat(customer.handling()).isEqualTo(call.service() * 1000L);
                assertThat(customer.patience()).isGreaterThan(call.waited() * 1000L);
            } else {
                assertThat(customer.patience()).isEqualTo(call.waited() * 1000L);
            }
        }
    }

    @Test
    void generatedCustomersComeAtTheirRatesInEachHour() {
        List<Double> profile = new ArrayList<>(Collections.nCopies(24, 1.0));
        profile.set(3, 0.0);
        profile.set(10, 3.0);
        long days = 50;
        PoissonCustomers.Source source = new PoissonCustomers.Source(
                List.of(
                        new PoissonCustomers.Stream("m", "a", 60, 1, Map.of()),
                        new PoissonCustomers.Stream("m", "b", 20, 1, Map.of())),
                profile,
                new Manners(new Spread.Exponential(Duration.ofMinutes(3)), new Patience.Endless(), NOTHING, NOTHING),
                0,
                Duration.ofDays(days).toMillis());

        long[] byHour = new long[24];
        double inA = 0;
        double handling = 0;
        List<Customer> customers = all(source.of(5));
        for (Customer customer : customers) {
            byHour[(int) (customer.arrival() / 3_600_000 % 24)]++;
            inA += customer.queue().equals("a") ? 1 : 0;
            handling += customer.handling();
        }

        assertThat(customers).isSortedAccordingTo((a, b) -> Long.compare(a.arrival(), b.arrival()));
        assertThat(byHour[3]).isZero();
        assertThat(byHour[2] / (double) days).isCloseTo(80, within(6.0));
        assertThat(byHour[10] / (double) days).isCloseTo(240, within(10.0));
        assertThat(inA / customers.size()).isCloseTo(0.75, within(0.01));
        assertThat(handling / customers.size()).isCloseTo(180_000, within(3_000.0));
    }
}
