package org.mediarouter.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What is remembered of tasks beside the records of those that are in hand: why each offer was made, and the records of
 * closed tasks. Shared by all nodes.
 */
public interface Archive {
    /** Of so many of a task's offers the reasons are kept: the last ones. */
    int OFFERS = 64;

    /** Why one offer was made: a text whose form is the engine's affair. */
    record Reasons(String taskId, int offer, String text) {}

    /** Keeps reasons for a task's life and 24 hours; those of the same offer again take the place of the earlier. */
    void keep(List<Reasons> reasons);

    /** The reasons for a task's offers, in no order; empty where none are kept. */
    Collection<String> reasons(String taskId);

    /** The records of all tasks closed then or later, as far back as they are kept. */
    List<TaskRecord> endedSince(Instant time);
}
