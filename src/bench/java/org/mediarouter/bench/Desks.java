package org.mediarouter.bench;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where agents do their work: a few threads, each with a session of its own, as a Chat Server has them. What one agent does comes in
 * its order. Whoever hears that a task is assigned, and whoever sends the next one, waits for none of it: that isn't measured.
 */
final class Desks implements AutoCloseable {
    private static final int DESKS = 4;

    private final List<Desk> desks = new ArrayList<>();

    Desks(Peer peer) throws JMSException {
        for (int n = 0; n < DESKS; n++) {
            desks.add(new Desk(peer.producer("General")));
        }
    }

    /** The same one for the same agent. */
    Desk of(String agent) {
        return desks.get(Math.floorMod(agent.hashCode(), DESKS));
    }

    /** One of them. */
    static final class Desk {
        private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread daemon = new Thread(work, "desk");
            daemon.setDaemon(true);
            return daemon;
        });
        private final Peer.Producer general;

        private Desk(Peer.Producer general) {
            this.general = general;
        }

        /** The agent sets the state of a task, and then that is done which follows from it. */
        void ask(String taskId, String agent, String state, Runnable then) {
            thread.execute(() -> {
                try {
                    general.send("TaskState", Floor.taskState(taskId, agent, state), null);
                } catch (JMSException e) {
                    throw new IllegalStateException(e);
                }
                then.run();
            });
        }

        void ask(String taskId, String agent, String state) {
            ask(taskId, agent, state, () -> {});
        }
    }

    /** Returns when all that was begun is sent, or after 10 s. */
    @Override
    public void close() {
        desks.forEach(desk -> desk.thread.shutdown());
        for (Desk desk : desks) {
            try {
                desk.thread.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
