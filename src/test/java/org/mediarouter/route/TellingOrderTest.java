package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Message;

class TellingOrderTest {
    private final TellingOrder order = new TellingOrder();

    @Test
    void aRelayWaitsForTheCommitOfTheCommandThatTellsOfTheSameAgent() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        order.take(List.of(state("1001"), state("1002")));
        Thread relay = new Thread(() -> {
            take(state("1002"));
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
    void commandsThatNameTheSameInAnotherOrderDontWaitInACircle() throws Exception {
        List<Message> all = IntStream.range(0, 50)
                .mapToObj(i -> (Message) state("agent-" + i))
                .toList();
        List<Message> backwards = new java.util.ArrayList<>(all);
        java.util.Collections.reverse(backwards);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> IntStream.range(0, 500).forEach(round -> {
                    take((n % 2 == 0 ? all : backwards).toArray(Message[]::new));
                    order.release();
                })))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void whoHoldsSomethingGivesItBackInsteadOfWaitingInACircle() throws Exception {
        CountDownLatch bothHold = new CountDownLatch(2);
        AtomicInteger givenBack = new AtomicInteger();
        List<Thread> threads = Stream.of(List.of("1001", "1002"), List.of("1002", "1001"))
                .map(agents -> new Thread(() -> {
                    take(state(agents.get(0)));
                    bothHold.countDown();
                    try {
                        bothHold.await();
                        order.take(List.of(state(agents.get(1))));
                    } catch (GivenBack e) {
                        givenBack.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        order.release();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(givenBack.get()).isBetween(1, 2);
        order.take(List.of(state("1001"), state("1002")));
    }

    private void take(Message... messages) {
        try {
            order.take(List.of(messages));
        } catch (GivenBack e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgentState state(String agent) {
        return new AgentState(agent, "chat", AgentStateName.READY, null, Instant.EPOCH, 1, null);
    }
}
