package org.mediarouter.cluster;

import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.Saves;
import org.mediarouter.cluster.database.Stored;
import org.mediarouter.cluster.database.TaskRows;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;

/** The tasks' records as the database has them. */
final class TaskRecords {
    private static final RecordJson<TaskRecord> JSON = RecordJson.of(TaskRecord.class);
    private static final KeptRows KEPT = KeptRows.with(TaskResult.class);

    private final TaskRows rows;

    TaskRecords(Database database) {
        rows = new TaskRows(database);
    }

    boolean save(Saves saves, StoredTask task) throws SQLException {
        TaskRecord record = task.record();
        Stored stored =
                new Stored(record.id(), task.changes(), JSON.write(record), KEPT.bytes(task.kept()), KEPT.format());
        return rows.save(
                saves,
                new TaskRows.Row(
                        stored,
                        record.mrd(),
                        record.queue(),
                        record.state().name(),
                        task.open() ? null : record.since()));
    }

    @Nullable
    StoredTask get(String id) {
        Stored row = rows.get(id);
        return row == null ? null : read(row);
    }

    int open(Consumer<StoredTask> consumer) {
        return rows.open(row -> consumer.accept(read(row)));
    }

    int closedSince(Instant time, Consumer<TaskRecord> consumer) {
        return rows.closedSince(time, row -> consumer.accept(JSON.read(row.record())));
    }

    private static StoredTask read(Stored row) {
        return new StoredTask(JSON.read(row.record()), KEPT.read(row), row.changes());
    }
}
