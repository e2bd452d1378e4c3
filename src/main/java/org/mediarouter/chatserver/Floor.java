package org.mediarouter.chatserver;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an agent sees of the others, and of the customers' conversations. */
interface Floor {
    /** A colleague who seems able to take a task of that MRD; null where nobody is. */
    @Nullable
    String colleague(String mrd, String except, RandomGenerator random);

    /** The customer of a task; null for a task of somebody else. */
    @Nullable
    Arrival customerOf(String taskId);

    /** Whether the day is over: nothing new is begun, no task is passed on. */
    boolean closing();
}
