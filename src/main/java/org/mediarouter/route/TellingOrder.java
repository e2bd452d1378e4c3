package org.mediarouter.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Message;
import org.mediarouter.message.TaskState;

/**
 * Two lines tell clients the states of one agent or task: that of {@code General} what commands changed, that of an MRD what
 * routing changed. On one node the later state waits here for the commit of the earlier, so that nobody is told a state
 * older than one already told (protocol, section 1, "Version"; decision 004).
 *
 * <p>A relay takes its subject before it reads the record and waits for nothing else meanwhile; a command takes all of its
 * subjects at once after it has changed them, always in the same order. So nobody waits in a circle.
 */
public final class TellingOrder {
    private static final int STRIPES = 4096;

    private final List<ReentrantLock> stripes = new ArrayList<>(STRIPES);
    private final ThreadLocal<List<ReentrantLock>> held = ThreadLocal.withInitial(ArrayList::new);

    public TellingOrder() {
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new ReentrantLock());
        }
    }

    /** Takes the subjects of these messages for this thread, until {@link #release}. */
    void take(Collection<? extends Message> messages) {
        messages.stream()
                .filter(message -> message instanceof AgentState || message instanceof TaskState)
                .map(TellingOrder::stripe)
                .distinct()
                .sorted()
                .map(stripes::get)
                .forEach(lock -> {
                    lock.lock();
                    held.get().add(lock);
                });
    }

    /** What this thread has told is committed, or rolled back. */
    void release() {
        List<ReentrantLock> locks = held.get();
        locks.forEach(ReentrantLock::unlock);
        locks.clear();
    }

    private static int stripe(Message message) {
        String subject = message instanceof TaskState task ? task.taskId() : String.valueOf(message.aboutAgent());
        int hash = subject.hashCode() * 31 + message.type().hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }
}
