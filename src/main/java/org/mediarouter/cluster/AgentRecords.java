package org.mediarouter.cluster;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.cluster.database.AgentRows;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.Saves;
import org.mediarouter.cluster.database.Stored;

/** The agents' records as the database has them. */
final class AgentRecords {
    private static final RecordJson<AgentRecord> JSON = RecordJson.of(AgentRecord.class);
    private static final KeptRows KEPT = KeptRows.with(AgentResult.class);

    private final AgentRows rows;

    AgentRecords(Database database) {
        rows = new AgentRows(database);
    }

    boolean save(Saves saves, StoredAgent agent) throws SQLException {
        return rows.save(
                saves,
                new Stored(
                        agent.record().id(),
                        agent.changes(),
                        JSON.write(agent.record()),
                        KEPT.bytes(agent.kept()),
                        KEPT.format()));
    }

    @Nullable
    StoredAgent get(String id) {
        Stored row = rows.get(id);
        return row == null ? null : read(row);
    }

    int each(Consumer<StoredAgent> consumer) {
        return rows.each(row -> consumer.accept(read(row)));
    }

    private static StoredAgent read(Stored row) {
        return new StoredAgent(JSON.read(row.record()), KEPT.read(row), row.changes());
    }
}
