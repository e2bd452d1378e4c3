package org.mediarouter.cluster;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.SerializerConfig;
import com.hazelcast.nio.serialization.ByteArraySerializer;
import java.util.List;
import org.mediarouter.agent.Seat;
import org.mediarouter.task.QueueFigures;

/** Gives a record to Hazelcast in its {@link RecordFormat}, under a number that all nodes know. */
final class RecordSerializer<T extends Record> implements ByteArraySerializer<T> {
    /** Everything that goes between nodes. A record's number is its place: append only. */
    static final List<Class<? extends Record>> TYPES = List.of(
            StoredAgent.class,
            StoredTask.class,
            AgentChange.class,
            TaskChange.class,
            TaskChange.Reply.class,
            ReadAgent.class,
            ReadAgent.OfEach.class,
            ReadTask.class,
            ReadTask.OfEach.class,
            Lane.class,
            Lane.Enter.class,
            Lane.Leave.class,
            OpenSignIn.class,
            OpenSignIn.Handled.class,
            Count.Agents.class,
            Count.Tasks.class,
            QueueFigures.class,
            ConfigurationVersion.class,
            PutAgent.class,
            PutTask.class,
            Seat.class,
            ClusterSeats.Take.class,
            ClusterSeats.TakeOver.class,
            ClusterSeats.Want.class,
            ClusterSeats.Leave.class,
            AgentChange.Reply.class);

    private static final int FIRST_NUMBER = 1001;

    private final int number;
    private final RecordFormat<T> format;

    private RecordSerializer(int number, RecordFormat<T> format) {
        this.number = number;
        this.format = format;
    }

    static void addAll(SerializationConfig serialization) {
        for (int i = 0; i < TYPES.size(); i++) {
            serialization.addSerializerConfig(config(FIRST_NUMBER + i, TYPES.get(i)));
        }
    }

    private static <T extends Record> SerializerConfig config(int number, Class<T> type) {
        return new SerializerConfig()
                .setTypeClass(type)
                .setImplementation(new RecordSerializer<>(number, RecordFormat.of(type)));
    }

    @Override
    public int getTypeId() {
        return number;
    }

    @Override
    public byte[] write(T value) {
        return format.write(value);
    }

    @Override
    public T read(byte[] bytes) {
        return format.read(bytes);
    }
}
