package org.mediarouter.task;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of tasks beside their records: why each offer was made, and, once a task is closed, its record. Kept
 * for a task's life and 24 hours after; shared by all nodes.
 */
public interface Archive {
    /** Of so many of a task's offers the reasons are kept: the last ones. */
    int OFFERS = 64;

    /** Why one offer was made: a text whose form is the engine's affair. */
    record Reasons(String taskId, int offer, String text) {}

    /** Keeps reasons; those of the same offer again take the place of the earlier. */
    void keep(List<Reasons> reasons);

    /** A task is closed. The same again changes nothing but the day it is forgotten. */
    void ended(TaskRecord record);

    /** The reasons for a task's offers, in no order; empty where none are kept. */
    Collection<String> reasons(String taskId);

    /** The record of a task closed within 24 hours, without its attributes; null where there is none. */
    @Nullable
    TaskRecord ended(String taskId);

    /** All of them. */
    List<TaskRecord> ended();

    /** Remembers nothing. */
    static Archive none() {
        return new Archive() {
            @Override
            public void keep(List<Reasons> reasons) {}

            @Override
            public void ended(TaskRecord record) {}

            @Override
            public Collection<String> reasons(String taskId) {
                return List.of();
            }

            @Override
            public @Nullable TaskRecord ended(String taskId) {
                return null;
            }

            @Override
            public List<TaskRecord> ended() {
                return List.of();
            }
        };
    }
}
