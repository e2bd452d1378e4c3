package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Spread;

class ChanceTest {
    private static final long SEED = 7;
    private static final CustomerKind CHAT = new CustomerKind(3, "chat", "general", 1, Map.of());
    private static final CustomerKind MAIL = new CustomerKind(1, "email", "mail", 1, Map.of());

    @Test
    void oneInNComesUpExactlyOnceInEachRunOfN() {
        Dice.OneIn dice = new Dice.OneIn(5, new SplittableRandom(SEED));

        for (int run = 0; run < 100; run++) {
            assertThat(IntStream.range(0, 5).filter(i -> dice.comesUp()).count())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatCouldNotBeDoneComesUpAgainAtOnce() {
        Dice.OneIn dice = new Dice.OneIn(1000, new SplittableRandom(SEED));
        dice.owe();

        assertThat(dice.comesUp()).isTrue();
    }

    @Test
    void oneInNoneNeverComesUp() {
        Dice.OneIn dice = new Dice.OneIn(0, new SplittableRandom(SEED));

        assertThat(IntStream.range(0, 100).noneMatch(i -> dice.comesUp())).isTrue();
    }

    @Test
    void customersComeAtTheirRateAndInTheirShares() {
        Arrivals arrivals = poisson();
        List<Arrival> many = IntStream.range(0, 20_000)
                .mapToObj(i -> arrivals.next().orElseThrow())
                .toList();

        double rate = many.size() / Times.seconds(many.get(many.size() - 1).at());
        assertThat(rate).isCloseTo(20, within(0.6));
        assertThat(many.stream().filter(arrival -> arrival.kind().equals(MAIL)).count() / 20_000.0)
                .isCloseTo(0.25, within(0.015));
    }

    @Test
    void theSameSeedBringsTheSameCustomers() {
        Arrivals one = poisson();
        Arrivals other = poisson();

        for (int i = 0; i < 100; i++) {
            assertThat(one.next()).isEqualTo(other.next());
        }
    }

    @Test
    void logNormalTimesHaveTheirMean() {
        SplittableRandom random = new SplittableRandom(SEED);
        Spread spread = new Spread.LogNormal(Duration.ofSeconds(4), 0.8);

        double mean = IntStream.range(0, 50_000)
                .mapToDouble(i -> Times.seconds(spread.draw(random)))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(4, within(0.1));
    }

    private static Arrivals poisson() {
        return new Arrivals.Poisson(
                20, List.of(CHAT, MAIL), new Spread.Fixed(Duration.ofMinutes(1)), 40, new SplittableRandom(SEED));
    }
}
