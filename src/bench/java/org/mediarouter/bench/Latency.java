package org.mediarouter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long assignments take, and three bare relays in a row, at a steady rate. Times are microseconds. */
final class Latency {
    private static final int ON_THE_WAY = 100;

    private Latency() {}

    private static Histogram histogram() {
        return new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(2) / 1000, 3);
    }

    /** From Task to TaskAgentSelected at the agent's destination, with free agents: each accepts and closes at once. */
    static Histogram idle(Floor floor, int perSecond, int tasks) throws InterruptedException {
        Histogram micros = histogram();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        CountDownLatch assigned = new CountDownLatch(tasks);
        String run = UUID.randomUUID().toString();
        settle(floor);
        floor.onSelected((agent, selection) -> {
            Long begin = sent.remove(selection.path("RequestId").asText());
            if (begin != null) {
                micros.recordValue((System.nanoTime() - begin) / 1000);
                assigned.countDown();
            }
            acceptAndClose(floor, agent, selection);
        });
        paced(perSecond, tasks, n -> {
            sent.put(run + n, System.nanoTime());
            floor.task(run + n);
        });
        await(assigned, "assignments");
        return micros;
    }

    /**
     * Gives all agents work, and lets more tasks wait. Returns when all are at work and those wait.
     *
     * @param working how many tasks all agents together can have
     * @return how many tasks a second were assigned and accepted, of the first nine in ten: of many queues, the last agents wait for
     *     a task of one of theirs
     */
    static double fill(Floor floor, int working, int waiting) throws InterruptedException {
        CountDownLatch full = new CountDownLatch(working);
        int most = working - working / 10;
        AtomicInteger accepted = new AtomicInteger();
        AtomicLong mostAt = new AtomicLong();
        floor.onSelected((agent, selection) -> work(floor, agent, selection, () -> {
            if (accepted.incrementAndGet() == most) {
                mostAt.set(System.nanoTime());
            }
            full.countDown();
        }));
        // Else what accepts the first offers would stand behind all these tasks in General until they are RONA.
        Semaphore onTheWay = new Semaphore(ON_THE_WAY);
        floor.onQueued(onTheWay::release);
        String run = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        for (int n = 0; n < working + waiting; n++) {
            take(onTheWay, "answers to tasks");
            floor.task(run + n);
        }
        await(full, "agents at work");
        floor.awaitWaiting(waiting);
        floor.onQueued(() -> {});
        return most * 1e9 / (mostAt.get() - begin);
    }

    private static void work(Floor floor, String agent, JsonNode selection, Runnable then) {
        String task = selection.path("TaskId").asText();
        floor.desk(agent).ask(task, agent, "ACTIVE", () -> {
            floor.working().add(new String[] {agent, task});
            then.run();
        });
    }

    /**
     * With tasks waiting: from an agent's closing one to his next TaskAgentSelected.
     *
     * @param meanwhile what else is sent with each close, after it
     */
    static Histogram freed(Floor floor, int perSecond, int closes, Runnable meanwhile) throws InterruptedException {
        Histogram micros = histogram();
        Map<String, Long> freed = new ConcurrentHashMap<>();
        CountDownLatch refilled = new CountDownLatch(closes);
        floor.onSelected((agent, selection) -> {
            Long begin = freed.remove(agent);
            if (begin != null) {
                micros.recordValue((System.nanoTime() - begin) / 1000);
                refilled.countDown();
            }
            work(floor, agent, selection, () -> {});
        });
        paced(perSecond, closes, n -> {
            String[] one = floor.working().poll();
            while (one == null || freed.putIfAbsent(one[0], System.nanoTime()) != null) {
                // This agent's last one is still being measured: another's turn.
                if (one != null) {
                    floor.working().add(one);
                }
                LockSupport.parkNanos(100_000);
                one = floor.working().poll();
            }
            floor.ask(one[1], one[0], "CLOSED");
            meanwhile.run();
        });
        await(refilled, "next assignments");
        return micros;
    }

    /**
     * A burst of tasks of one queue and priority, each accepted and closed at once: how many places, all together, tasks are
     * assigned away from the order in which they were sent.
     */
    static long burst(Floor floor, int tasks) throws InterruptedException {
        Map<String, Integer> place = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicLong away = new AtomicLong();
        CountDownLatch assigned = new CountDownLatch(tasks);
        floor.onSelected((agent, selection) -> acceptAndClose(floor, agent, selection));
        floor.onAssigned(request -> {
            Integer expected = place.get(request);
            if (expected != null) {
                away.addAndGet(Math.abs(expected - next.getAndIncrement()));
                assigned.countDown();
            }
        });
        String run = UUID.randomUUID().toString();
        for (int n = 0; n < tasks; n++) {
            place.put(run + n, n);
        }
        for (int n = 0; n < tasks; n++) {
            floor.task(run + n);
        }
        await(assigned, "assignments of the burst");
        floor.onAssigned(request -> {});
        settle(floor);
        return away.get();
    }

    /**
     * How many whole tasks a second: each is accepted, wrapped up and closed, each step when the one before has been told, and the
     * next one comes when it has ended.
     *
     * @param atATime how many are on their way
     */
    static double lifecycle(Floor floor, int tasks, int atATime) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(tasks);
        AtomicInteger next = new AtomicInteger();
        String run = UUID.randomUUID().toString();
        Runnable arrive = () -> {
            int n = next.getAndIncrement();
            if (n < tasks) {
                floor.task(run + n);
            }
        };
        floor.onSelected((agent, selection) ->
                floor.desk(agent).ask(selection.path("TaskId").asText(), agent, "ACTIVE"));
        floor.onTaskState((agent, task) -> {
            Desks.Desk desk = floor.desk(agent);
            switch (task.path("State").asText()) {
                case "ACTIVE" -> desk.ask(task.path("TaskId").asText(), agent, "WRAP_UP");
                case "WRAP_UP" -> desk.ask(task.path("TaskId").asText(), agent, "CLOSED");
                case "CLOSED" -> {
                    ended.countDown();
                    arrive.run();
                }
                default -> {
                    // RESERVED: the selection comes, too.
                }
            }
        });
        long begin = System.nanoTime();
        for (int i = 0; i < atATime; i++) {
            arrive.run();
        }
        await(ended, "tasks to end");
        double seconds = (System.nanoTime() - begin) / 1e9;
        floor.onTaskState(null);
        return tasks / seconds;
    }

    /** What a backlog has left is closed. */
    static void finish(Floor floor) throws InterruptedException {
        floor.onSelected((agent, selection) -> acceptAndClose(floor, agent, selection));
        for (String[] one = floor.working().poll();
                one != null;
                one = floor.working().poll()) {
            floor.ask(one[1], one[0], "CLOSED");
        }
        settle(floor);
    }

    /**
     * Returns when nothing waits, and all that was sent before is through, so that it is neither measured with what comes nor
     * heard by a client that closes: one more task, which stands last everywhere, has come, been accepted and been closed.
     */
    private static void settle(Floor floor) throws InterruptedException {
        String last = UUID.randomUUID().toString();
        AtomicReference<String> lastTask = new AtomicReference<>("");
        CountDownLatch closed = new CountDownLatch(1);
        floor.onSelected((agent, selection) -> {
            if (last.equals(selection.path("RequestId").asText())) {
                lastTask.set(selection.path("TaskId").asText());
            }
            acceptAndClose(floor, agent, selection);
        });
        floor.onTaskState((agent, task) -> {
            if ("CLOSED".equals(task.path("State").asText())
                    && lastTask.get().equals(task.path("TaskId").asText())) {
                closed.countDown();
            }
        });
        floor.task(last);
        await(closed, "last tasks to be closed");
        floor.onTaskState(null);
    }

    private static void acceptAndClose(Floor floor, String agent, JsonNode selection) {
        String task = selection.path("TaskId").asText();
        floor.desk(agent).ask(task, agent, "ACTIVE");
        floor.desk(agent).ask(task, agent, "CLOSED");
    }

    /** General, RoutingEngine, CommunicationServer, a client's queue: three transactions with nothing between. */
    static Histogram relays(Peer peer, int perSecond, int messages) throws JMSException, InterruptedException {
        Histogram micros = histogram();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        CountDownLatch heard = new CountDownLatch(messages);
        try (Peer listener = peer.another();
                Peer.Producer out = peer.producer("General")) {
            listener.hear("Client.bench", message -> {
                Long begin = sent.remove(Peer.text(message));
                if (begin != null) {
                    micros.recordValue((System.nanoTime() - begin) / 1000);
                    heard.countDown();
                }
            });
            paced(perSecond, messages, n -> {
                String body = "{\"Mrd\":\"chat\",\"RequestId\":\"" + n + "\"}";
                sent.put(body, System.nanoTime());
                try {
                    out.send("Task", body, null);
                } catch (JMSException e) {
                    throw new IllegalStateException(e);
                }
            });
            await(heard, "relayed messages");
        }
        return micros;
    }

    private static void paced(int perSecond, int count, java.util.function.IntConsumer action) {
        long begin = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long due = begin + n * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            action.accept(n);
        }
    }

    /** One of so many that may be on their way. */
    static void take(Semaphore onTheWay, String what) throws InterruptedException {
        if (!onTheWay.tryAcquire(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(what + " are missing");
        }
    }

    private static void await(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(latch.getCount() + " " + what + " are missing");
        }
    }
}
