package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mediarouter.agent.Seat;
import org.mediarouter.agent.Seats;

/** Seats of contact-centre agents on two members. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterSeatsIT {
    private static final byte[] SEALED = {1, 2, 3};
    private static final byte[] SEALED_LATER = {4, 5, 6};
    private static final AtomicInteger NEXT = new AtomicInteger(1001);

    private static List<ClusterNode> nodes;
    private static Seats a;
    private static Seats b;

    private String agent;

    @BeforeAll
    static void start() {
        nodes = Scene.cluster(2);
        a = nodes.get(0).seats();
        b = nodes.get(1).seats();
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ClusterNode::close);
    }

    @BeforeEach
    void another() {
        agent = String.valueOf(NEXT.getAndIncrement());
    }

    private void is(Seat seat, Seats holder, long epoch) {
        assertThat(seat).isNotNull();
        assertThat(seat.agentId()).isEqualTo(agent);
        assertThat(seat.holder()).isEqualTo(holder.self());
        assertThat(seat.epoch()).isEqualTo(epoch);
    }

    /** As node a has it since it was taken. */
    private void isWanted(Seat seat, String extension, byte[] sealed) {
        is(seat, a, 1);
        assertThat(seat.extension()).isEqualTo(extension);
        assertThat(seat.sealed()).isEqualTo(sealed);
        assertThat(seat.wanted()).isTrue();
    }

    @Test
    void nobodyHasASeatBeforeHeConnects() {
        assertThat(a.get(agent)).isNull();
        assertThat(a.self()).isNotEqualTo(b.self());
    }

    @Test
    void isTakenAndSeenByAll() {
        is(a.take(agent, "2001", SEALED), a, 1);
        isWanted(b.get(agent), "2001", SEALED);
        assertThat(b.abandoned()).extracting(Seat::agentId).doesNotContain(agent);
    }

    @Test
    void theHolderTakesItAnewWithoutAnotherEpoch() {
        a.take(agent, "2001", SEALED);
        a.want(agent, false);
        is(a.take(agent, "2002", SEALED_LATER), a, 1);
        isWanted(b.get(agent), "2002", SEALED_LATER);
    }

    @Test
    void isTakenFromWhoeverHasIt() {
        a.take(agent, "2001", SEALED);
        is(b.take(agent, "2002", SEALED_LATER), b, 2);
        is(a.get(agent), b, 2);
        is(a.take(agent, "2001", SEALED), a, 3);
    }

    @Test
    void isTakenOverByTheFirstOnly() {
        a.take(agent, "2001", SEALED);
        a.want(agent, false);
        Seat seen = b.get(agent);
        Seat taken = b.takeOver(seen);
        is(taken, b, 2);
        assertThat(taken.extension()).isEqualTo("2001");
        assertThat(taken.sealed()).isEqualTo(SEALED);
        assertThat(taken.wanted()).isFalse();
        assertThat(a.takeOver(seen)).isNull();
        is(a.get(agent), b, 2);
        // An operation that is repeated because nobody knows whether it took place.
        is(b.takeOver(seen), b, 2);
    }

    @Test
    void isNotTakenOverAsItWasBefore() {
        a.take(agent, "2001", SEALED);
        Seat seen = b.get(agent);
        a.free(agent);
        assertThat(b.takeOver(seen)).isNull();
        assertThat(b.get(agent).holder()).isEmpty();
        a.take(agent, "2001", SEALED);
        assertThat(b.takeOver(seen)).isNull();
        is(b.get(agent), a, 3);
        a.remove(agent);
        assertThat(b.takeOver(seen)).isNull();
        assertThat(b.get(agent)).isNull();
    }

    @Test
    void givenUpIsLeftToOthers() {
        a.take(agent, "2001", SEALED);
        b.free(agent);
        is(a.get(agent), a, 1);
        a.free(agent);
        Seat left = b.abandoned().stream()
                .filter(seat -> seat.agentId().equals(agent))
                .findAny()
                .orElseThrow();
        assertThat(left.epoch()).isEqualTo(2);
        is(b.takeOver(left), b, 3);
        assertThat(a.abandoned()).extracting(Seat::agentId).doesNotContain(agent);
    }

    @Test
    void isRemovedByItsHolderOnly() {
        a.take(agent, "2001", SEALED);
        b.remove(agent);
        is(b.get(agent), a, 1);
        a.remove(agent);
        assertThat(b.get(agent)).isNull();
        b.want(agent, true);
        assertThat(b.get(agent)).isNull();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ofAMemberThatHasDiedIsAbandoned() {
        AtomicInteger departures = new AtomicInteger();
        a.onDeparture(departures::incrementAndGet);
        b.take(agent, "2001", SEALED);
        String dead = b.self();
        nodes.get(1).hazelcast().getLifecycleService().terminate();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> departures.get() == 1);
        Seat left = a.abandoned().stream()
                .filter(seat -> seat.agentId().equals(agent))
                .findAny()
                .orElseThrow();
        assertThat(left.holder()).isEqualTo(dead);
        is(a.takeOver(left), a, 2);
    }
}
