package org.mediarouter.world;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.mediarouter.task.Archive;
import org.mediarouter.task.TaskRecord;

/** An archive that remembers nothing. */
final class Forgetful implements Archive {
    @Override
    public void keep(List<Reasons> reasons) {}

    @Override
    public Collection<String> reasons(String taskId) {
        return List.of();
    }

    @Override
    public List<TaskRecord> endedSince(Instant time) {
        return List.of();
    }
}
