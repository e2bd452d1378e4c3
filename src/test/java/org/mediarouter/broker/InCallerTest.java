package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InCallerTest {
    private final HandedOn threads = new HandedOn();
    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsAddedToTheJournalIsAddedByTheCaller() {
        ExecutorService journal = InCaller.forJournal(threads);
        journal.execute(() -> done.add("a record"));
        journal.execute(() -> done.add("another"));
        assertThat(done).containsExactly("a record", "another");
        assertThat(threads.tasks).isEmpty();
    }

    @Test
    void whatTheJournalHasToDoForItIsLeftToItsThreads() {
        ExecutorService journal = InCaller.forJournal(threads);
        journal.execute(() -> {
            journal.execute(() -> done.add("the next file"));
            done.add("a record");
        });
        assertThat(done).containsExactly("a record");
        assertThat(threads.tasks).hasSize(1);
    }

    @Test
    void onlyWhatAPacketOfTheNodesBringsIsDoneByWhoSendsIt() {
        ExecutorService general = InCaller.forOwnPackets(threads);
        general.execute(() -> done.add("a client's"));
        assertThat(done).isEmpty();

        InCaller.ownPackets().execute(() -> {
            general.execute(() -> {
                done.add("the node's");
                general.execute(() -> done.add("its delivery"));
            });
            general.execute(() -> done.add("the node's next"));
        });
        assertThat(done).containsExactly("the node's", "the node's next");
        assertThat(threads.tasks).hasSize(2);

        general.execute(() -> done.add("a client's"));
        assertThat(threads.tasks).hasSize(3);
    }

    @Test
    void aPacketFromWithinThePacketsWorkIsOneOfTheNodesToo() {
        ExecutorService general = InCaller.forOwnPackets(threads);
        InCaller.ownPackets()
                .execute(() -> general.execute(
                        () -> InCaller.ownPackets().execute(() -> general.execute(() -> done.add("the inner")))));
        assertThat(done).containsExactly("the inner");
    }

    @Test
    void whatFailsLeavesTheCallerAsHeWas() {
        ExecutorService general = InCaller.forOwnPackets(threads);
        assertThatThrownBy(() -> InCaller.ownPackets().execute(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        general.execute(() -> done.add("a client's"));
        assertThat(done).isEmpty();

        ExecutorService journal = InCaller.forJournal(threads);
        assertThatThrownBy(() -> journal.execute(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        journal.execute(() -> done.add("a record"));
        assertThat(done).containsExactly("a record");
    }

    /** Java would close the journal's file under an interrupted thread. */
    @Test
    void anInterruptedCallerIsNotInterruptedWhileHeDoesTheBrokersWork() {
        List<Boolean> interrupted = new ArrayList<>();
        try {
            Thread.currentThread().interrupt();
            InCaller.forJournal(threads)
                    .execute(() -> interrupted.add(Thread.currentThread().isInterrupted()));
            interrupted.add(Thread.currentThread().isInterrupted());
        } finally {
            Thread.interrupted();
        }
        assertThat(interrupted).containsExactly(false, true);
    }

    /** Keeps what was handed on to other threads. */
    private static final class HandedOn extends AbstractExecutorService {
        private final List<Runnable> tasks = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
