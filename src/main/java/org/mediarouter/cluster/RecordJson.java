package org.mediarouter.cluster;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Records as JSON, for the database: by the names of their components, so that a later version of the program, which knows
 * more or fewer of them, reads what an earlier one wrote.
 */
final class RecordJson<T extends Record> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A task's attributes are the same values afterwards.
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new AsText<>())
                    .addDeserializer(Instant.class, new FromText<>(Instant::parse))
                    .addSerializer(Duration.class, new AsText<>())
                    .addDeserializer(Duration.class, new FromText<>(Duration::parse)))
            .build();

    private final ObjectWriter writer;
    private final ObjectReader reader;

    private RecordJson(Class<T> type) {
        writer = MAPPER.writerFor(type);
        reader = MAPPER.readerFor(type);
    }

    static <T extends Record> RecordJson<T> of(Class<T> type) {
        return new RecordJson<>(type);
    }

    String write(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException something else stands there
     */
    T read(String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The database has what is no record: " + e.getOriginalMessage(), e);
        }
    }

    private static final class AsText<V> extends JsonSerializer<V> {
        @Override
        public void serialize(V value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class FromText<V> extends JsonDeserializer<V> {
        private final Function<String, V> parse;

        FromText(Function<String, V> parse) {
            this.parse = parse;
        }

        @Override
        public V deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return parse.apply(in.getText());
        }
    }
}
