package org.mediarouter.chaos.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The file of observations: a line of JSON each, on the disk's way as soon as it is added. Thread-safe. */
public final class History implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, written(Instant.class, Instant::parse))
                    .addDeserializer(Duration.class, written(Duration.class, Duration::parse)))
            .build();

    private final Writer file;

    private History(Writer file) {
        this.file = file;
    }

    /** A new one. */
    public static History to(Path file) throws IOException {
        return new History(Files.newBufferedWriter(file));
    }

    /** @throws UncheckedIOException the file can't be written */
    public synchronized void add(Observation observation) {
        try {
            file.write(JSON.writerFor(Observation.class).writeValueAsString(observation) + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All that a file has; its last line may be torn.
     *
     * @throws IOException it can't be read, or another line is no observation
     */
    public static List<Observation> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Observation> all = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            try {
                all.add(JSON.readValue(lines.get(i), Observation.class));
            } catch (JsonProcessingException e) {
                if (i < lines.size() - 1) {
                    throw new IOException(file + ":" + (i + 1) + ": no observation", e);
                }
            }
        }
        return all;
    }

    private static <T> JsonDeserializer<T> written(Class<T> type, Function<String, T> parse) {
        return new FromStringDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return parse.apply(text);
            }
        };
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
