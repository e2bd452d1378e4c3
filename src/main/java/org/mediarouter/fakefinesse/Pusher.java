package org.mediarouter.fakefinesse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notifications one after the other, with the faults that were asked for. */
final class Pusher implements Notices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);

    private record Notice(String node, String xml) {}

    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fake-finesse-push");
        thread.setDaemon(true);
        return thread;
    });
    private final ThreadLocal<@Nullable List<Notice>> held = new ThreadLocal<>();
    private final Faults faults;
    private final Seen seen;
    private final EventSink sink;
    private @Nullable Notice swapped;

    Pusher(Faults faults, Seen seen, EventSink sink) {
        this.faults = faults;
        this.seen = seen;
        this.sink = sink;
    }

    @Override
    public void tell(String node, String source, String event, String requestId, String data) {
        Notice notice = new Notice(node, faults.notification(source, event, requestId, data));
        List<Notice> waiting = held.get();
        if (waiting == null) {
            later(notice);
        } else {
            waiting.add(notice);
        }
    }

    /** Sends a whole notification, whatever it says and whatever goes wrong with others. */
    void say(String node, String notification) {
        Notice notice = new Notice(node, notification);
        line.execute(() -> sent(notice, () -> publish(notice)));
    }

    /** Runs work whose notifications wait; the result lets them go. */
    Runnable holding(Runnable work) {
        List<Notice> waiting = new ArrayList<>();
        held.set(waiting);
        try {
            work.run();
        } finally {
            held.remove();
        }
        return () -> waiting.forEach(this::later);
    }

    /** Waits until what has been told so far is sent; not for what is delayed. */
    void flush() {
        try {
            line.submit(() -> {}).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("notifications do not go out", e);
        }
    }

    private void later(Notice notice) {
        if (!line.isShutdown()) {
            line.schedule(
                    () -> sent(notice, () -> meet(notice, faults.fate())),
                    faults.pushDelay().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void sent(Notice notice, Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException e) {
            LOG.warn("a notification to {} could not be sent", notice.node(), e);
        }
    }

    private void meet(Notice notice, Faults.Fate fate) {
        switch (fate) {
            case DROPPED -> seen.count("event-dropped");
            case DOUBLED -> {
                seen.count("event-doubled");
                publish(notice);
                publish(notice);
            }
            case SWAPPED -> {
                if (swapped == null) {
                    seen.count("event-swapped");
                    swapped = notice;
                    return;
                }
                publish(notice);
            }
            case SENT -> publish(notice);
        }
        Notice earlier = swapped;
        swapped = null;
        if (earlier != null) {
            publish(earlier);
        }
    }

    private void publish(Notice notice) {
        seen.count("event");
        sink.publish(notice.node(), notice.xml());
    }

    @Override
    public void close() {
        line.shutdownNow();
    }
}
