package org.mediarouter.blackbox;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that came to one destination, in its order, and how far a test has read it. */
final class Inbox implements MessageListener {
    /** How long a test waits for what must come. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final boolean forClients;
    private final Rules rules = new Rules();
    private final List<Told> told = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int read;

    /**
     * An empty one.
     *
     * @param forClients whether what comes here is meant for clients, and so must be as the protocol says
     */
    Inbox(String name, boolean forClients) {
        this.name = name;
        this.forClients = forClients;
    }

    String name() {
        return name;
    }

    @Override
    public synchronized void onMessage(Message message) {
        try {
            Told one = Told.of(name, message);
            told.add(one);
            if (forClients) {
                broken.addAll(rules.broken(one));
            }
        } catch (JMSException | RuntimeException e) {
            broken.add("can't be read: " + e);
        }
        notifyAll();
    }

    /** The next one that is wanted; what comes before it is passed over. Fails when none comes. */
    synchronized Told next(String what, Predicate<Told> wanted) {
        int at = await(read, wanted, PATIENCE);
        if (at < 0) {
            throw new AssertionError("no " + what + " came to " + name + ", but\n"
                    + lines(told.subList(read, told.size())) + "\nand before\n" + lines(told.subList(0, read)));
        }
        read = at + 1;
        return told.get(at);
    }

    Told next(String type) {
        return next(type, one -> one.is(type));
    }

    Told next(String type, String state) {
        return next(type + " " + state, one -> one.is(type, state));
    }

    /** One that is wanted, wherever it stands; what has been read stays so. */
    synchronized Told any(String what, Predicate<Told> wanted) {
        int at = await(0, wanted, PATIENCE);
        if (at < 0) {
            throw new AssertionError("no " + what + " came to " + name + ", but\n" + lines(told));
        }
        return told.get(at);
    }

    /** Fails when one comes within this time that nobody has read. */
    synchronized void nothing(String what, Predicate<Told> unwanted, Duration within) {
        int at = await(read, unwanted, within);
        if (at >= 0) {
            throw new AssertionError(what + " came to " + name + ": " + told.get(at));
        }
    }

    synchronized boolean reaches(int count, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (told.size() < count && rest(end) > 0) {
            pause(end);
        }
        return told.size() >= count;
    }

    private int await(int from, Predicate<Told> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        int at = from;
        while (true) {
            for (; at < told.size(); at++) {
                if (wanted.test(told.get(at))) {
                    return at;
                }
            }
            if (rest(end) <= 0) {
                return -1;
            }
            pause(end);
        }
    }

    private static long rest(long end) {
        return (end - System.nanoTime()) / 1_000_000;
    }

    private void pause(long end) {
        try {
            wait(Math.max(1, rest(end)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    synchronized List<Told> all() {
        return List.copyOf(told);
    }

    List<Told> all(Predicate<Told> wanted) {
        return all().stream().filter(wanted).toList();
    }

    synchronized void clear() {
        told.clear();
        read = 0;
    }

    /** Against which rules of the envelope something here was. */
    synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    private static String lines(List<Told> some) {
        return some.stream().map(Told::toString).collect(Collectors.joining("\n"));
    }
}
