package org.mediarouter.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mediarouter.cluster.database.ReasonRows;
import org.mediarouter.task.Archive;
import org.mediarouter.task.TaskRecord;

/** The archive in the database: it is written with all else that a message did, and seldom read. */
final class ClusterArchive implements Archive {
    private final TaskRecords tasks;
    private final ReasonRows reasons;
    private final Unsaved unsaved;

    ClusterArchive(TaskRecords tasks, ReasonRows reasons, Unsaved unsaved) {
        this.tasks = tasks;
        this.reasons = reasons;
        this.unsaved = unsaved;
    }

    @Override
    public void keep(List<Reasons> some) {
        Instant now = Instant.now();
        for (Reasons one : some) {
            // One place for each of the last offers.
            unsaved.reasons(new ReasonRows.Row(one.taskId(), one.offer() % OFFERS, Packed.of(one.text()), now));
        }
    }

    @Override
    public Collection<String> reasons(String taskId) {
        return reasons.of(taskId).stream().map(Packed::text).toList();
    }

    @Override
    public List<TaskRecord> endedSince(Instant time) {
        List<TaskRecord> ended = new ArrayList<>();
        tasks.closedSince(time, ended::add);
        return ended;
    }
}
