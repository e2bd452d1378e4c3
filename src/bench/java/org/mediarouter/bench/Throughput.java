package org.mediarouter.bench;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Messages a second: each producer sends without waiting, until the last result has been heard. */
final class Throughput {
    private Throughput() {}

    /** What one producer sends as its n-th message. */
    @FunctionalInterface
    interface Content {
        String body(int producer, int n);
    }

    /**
     * Sends {@code messages} in all and waits until as many results have been heard.
     *
     * @param hear is given what to run for each result
     *
     * @return messages a second
     */
    static double measure(
            Peer peer, String queue, String type, Content content, int producers, int messages, Consumer<Runnable> hear)
            throws JMSException, InterruptedException {
        CountDownLatch results = new CountDownLatch(messages);
        List<Thread> threads = new ArrayList<>();
        hear.accept(results::countDown);
        long begin = System.nanoTime();
        for (int p = 0; p < producers; p++) {
            int number = p;
            Thread thread = new Thread(() -> send(peer, queue, type, content, number, messages / producers));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!results.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(results.getCount() + " of " + messages + " results are missing");
        }
        return messages / ((System.nanoTime() - begin) / 1e9);
    }

    private static void send(Peer peer, String queue, String type, Content content, int producer, int messages) {
        try (Peer.Producer out = peer.producer(queue)) {
            for (int n = 0; n < messages; n++) {
                out.send(type, content.body(producer, n), null);
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
