package org.mediarouter.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Message;
import org.mediarouter.message.TaskState;

/**
 * Two lines tell clients the states of one agent or task: that of {@code General} what commands changed, that of an MRD what
 * routing changed. On one node the later state waits here for the commit of the earlier, so that nobody is told a state
 * older than one already told (protocol, section 1, "Version"; decision 004).
 *
 * <p>A relay takes its subject before it reads the record; a command takes its subjects after it has changed them, always in
 * the same order. So messages that are alone in their transactions never wait in a circle. One that shares a transaction with
 * earlier ones holds what those have taken: it waits a moment only, and then all of them are given back.
 */
public final class TellingOrder {
    /** How long is waited while something is held, in ms: a transaction or two of the others. */
    private static final long MOMENT = 10;

    private static final int STRIPES = 4096;

    private final List<ReentrantLock> stripes = new ArrayList<>(STRIPES);
    private final ThreadLocal<List<ReentrantLock>> held = ThreadLocal.withInitial(ArrayList::new);

    public TellingOrder() {
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new ReentrantLock());
        }
    }

    /**
     * Takes the subjects of these messages for this thread, until {@link #release}.
     *
     * @throws GivenBack this thread holds others, and one of these isn't to be had
     */
    void take(Collection<? extends Message> messages) throws GivenBack {
        boolean alone = held.get().isEmpty();
        SortedMap<Integer, Message> subjects = new TreeMap<>();
        for (Message message : messages) {
            if (message instanceof AgentState || message instanceof TaskState) {
                subjects.putIfAbsent(stripe(message), message);
            }
        }
        for (Map.Entry<Integer, Message> subject : subjects.entrySet()) {
            ReentrantLock lock = stripes.get(subject.getKey());
            if (alone) {
                lock.lock();
            } else if (!soon(lock)) {
                throw new GivenBack(subject(subject.getValue()));
            }
            held.get().add(lock);
        }
    }

    private static boolean soon(ReentrantLock lock) {
        try {
            return lock.tryLock(MOMENT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What this thread has told is committed, or rolled back. */
    void release() {
        List<ReentrantLock> locks = held.get();
        locks.forEach(ReentrantLock::unlock);
        locks.clear();
    }

    private static int stripe(Message message) {
        int hash = subject(message).hashCode() * 31 + message.type().hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }

    private static String subject(Message message) {
        return message instanceof TaskState task ? task.taskId() : String.valueOf(message.aboutAgent());
    }
}
