package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;

class TellingOrderTest {
    private final TellingOrder order = new TellingOrder();

    @Test
    void aRelayWaitsForTheCommitOfTheCommandThatTellsOfTheSameAgent() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        order.tell(List.of(state("1001"), state("1002")));
        Thread relay = new Thread(() -> {
            order.relay(state("1002"));
            taken.countDown();
            order.release();
        });
        relay.start();
        await().until(() -> relay.getState() == Thread.State.WAITING);
        assertThat(taken.getCount()).isOne();

        order.release();

        relay.join();
        assertThat(taken.getCount()).isZero();
    }

    @Test
    void twoRelaysThatWantEachOthersSubjectsDontBothWait() throws Exception {
        CyclicBarrier bothHold = new CyclicBarrier(2);
        List<Throwable> givenBack = Collections.synchronizedList(new ArrayList<>());
        List<Thread> relays = List.of(List.of("1001", "1002"), List.of("1002", "1001")).stream()
                .map(agents -> new Thread(() -> {
                    try {
                        order.relay(state(agents.get(0)));
                        bothHold.await();
                        order.relay(state(agents.get(1)));
                    } catch (Exception e) {
                        givenBack.add(e);
                    } finally {
                        order.release();
                    }
                }))
                .toList();
        relays.forEach(Thread::start);
        for (Thread relay : relays) {
            relay.join(10_000);
            assertThat(relay.isAlive()).isFalse();
        }

        assertThat(givenBack).isNotEmpty().allMatch(GivenBack.class::isInstance);
        order.tell(List.of(state("1001"), state("1002")));
    }

    @Test
    void commandsThatNameTheSameAgentsInAnotherOrderAllComeThrough() throws Exception {
        List<AgentState> forwards =
                IntStream.range(0, 20).mapToObj(i -> state("agent-" + i)).toList();
        List<AgentState> backwards = new ArrayList<>(forwards);
        Collections.reverse(backwards);
        List<Thread> threads = IntStream.range(0, 2)
                .mapToObj(n -> new Thread(() -> IntStream.range(0, 50).forEach(round -> {
                    while (!told(n == 0 ? forwards : backwards)) {
                        Thread.onSpinWait();
                    }
                })))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private boolean told(List<AgentState> states) {
        try {
            order.tell(states);
            return true;
        } catch (GivenBack e) {
            return false;
        } finally {
            order.release();
        }
    }

    private static AgentState state(String agent) {
        return new AgentState(agent, "chat", AgentStateName.READY, null, Instant.EPOCH, 1, null);
    }
}
