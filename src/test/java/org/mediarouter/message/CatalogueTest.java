package org.mediarouter.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediarouter.message.Codec.Decoded.Malformed;
import org.mediarouter.message.Codec.Decoded.Understood;

/**
 * docs/schema and docs/asyncapi.yaml say what the records are. To write them anew: {@code mvn test -Dtest=CatalogueTest
 * -Dregenerate=true}.
 */
class CatalogueTest {
    private static final Path SCHEMAS = Path.of("docs", "schema");
    private static final Path ASYNCAPI = Path.of("docs", "asyncapi.yaml");
    private static final Set<Class<?>> INTERNAL = Set.of(WakeUp.class, SignInDone.class, OutsideStateChanged.class);
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static List<Catalogue.Entry> entries() {
        return Catalogue.entries();
    }

    static Stream<Catalogue.Entry> commands() {
        return Catalogue.commands();
    }

    @Test
    void theCommittedDocumentsAreThoseOfTheRecords() throws IOException {
        Map<Path, String> documents = documents();
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(SCHEMAS);
            for (Map.Entry<Path, String> document : documents.entrySet()) {
                Files.writeString(document.getKey(), document.getValue());
            }
        }
        for (Map.Entry<Path, String> document : documents.entrySet()) {
            assertThat(document.getKey())
                    .as("regenerate with: mvn test -Dtest=CatalogueTest -Dregenerate=true")
                    .content()
                    .isEqualTo(document.getValue());
        }
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files).allMatch(documents::containsKey);
        }
    }

    @Test
    void everyMessageIsInTheCatalogue() throws IOException {
        Set<Class<?>> records = new TreeSet<>(Comparator.comparing(Class::getName));
        try (Stream<Path> classes = Files.list(Path.of("target", "classes", "org", "mediarouter", "message"))) {
            for (Path file : classes.toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = load(name);
                if (type.isRecord() && Message.class.isAssignableFrom(type)) {
                    records.add(type);
                }
            }
        }
        records.removeAll(INTERNAL);
        assertThat(entries().stream().<Class<?>>map(Catalogue.Entry::type))
                .containsExactlyInAnyOrderElementsOf(records);
        assertThat(Catalogue.commands().map(Catalogue.Entry::jmsType))
                .containsExactlyInAnyOrderElementsOf(Codec.commandTypes());
        assertThat(Catalogue.commands().<Class<?>>map(Catalogue.Entry::type))
                .containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyMemberIsDescribed(Catalogue.Entry entry) {
        assertThat(entry.members().keySet())
                .allSatisfy(member -> assertThat(entry.describe(member)).isNotBlank());
        assertThat(entry.members().keySet()).containsAll(entry.words("exactlyOne"));
        List<String> described = new ArrayList<>();
        entry.texts().path("properties").fieldNames().forEachRemaining(described::add);
        assertThat(described).allMatch(name -> entry.members().containsKey(name.split("\\.")[0]));
        assertThat(ErrorCode.values()).extracting(ErrorCode::name).containsAll(entry.words("errors"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theExamplesFitTheSchemaAndTheRecord(Catalogue.Entry entry) throws IOException {
        JsonSchema schema = schema(entry);
        for (ObjectNode example : entry.examples()) {
            assertThat(schema.validate(example)).isEmpty();
            Message read = entry.command()
                    ? CommandDecodingTest.understood(entry.jmsType(), example.toString())
                    : Codec.decode(entry.type(), example.toString());
            assertThat(schema.validate(PRETTY.readTree(Codec.encode(read)))).isEmpty();
            if (!entry.command()) {
                assertThat(PRETTY.readTree(Codec.encode(read))).isEqualTo(PRETTY.readTree(example.toString()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatTheSchemaRequiresTheCodecMisses(Catalogue.Entry entry) {
        for (ObjectNode example : entry.examples()) {
            for (String member : new MessageSchema(entry).required()) {
                Codec.Decoded decoded = Codec.command(
                        entry.jmsType(), example.deepCopy().without(member).toString());
                assertThat(decoded).isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.refusal().code()).isEqualTo(ErrorCode.MISSING_MEMBER);
                    assertThat(malformed.refusal().member()).isEqualTo(member);
                });
            }
        }
        Set<String> needed = entry.members().entrySet().stream()
                .filter(member -> !Catalogue.nullable(member.getValue()))
                .filter(member -> member.getValue().getType() == String.class)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(new MessageSchema(entry).required()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatTheSchemaAllowsToBeLeftOutTheCodecDoesWithout(Catalogue.Entry entry) {
        List<String> required = new MessageSchema(entry).required();
        List<String> alternatives = new ArrayList<>(entry.words("exactlyOne"));
        alternatives.addAll(entry.words("atLeastOne"));
        ObjectNode least = entry.examples().get(0).deepCopy();
        for (String member : entry.members().keySet()) {
            if (!required.contains(member) && !alternatives.contains(member)) {
                least.remove(member);
            }
        }
        assertThat(Codec.command(entry.jmsType(), least.toString())).isInstanceOf(Understood.class);
        if (!alternatives.isEmpty()) {
            least.remove(alternatives);
            assertThat(Codec.command(entry.jmsType(), least.toString())).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void theAsyncApiNamesEveryMessageAndNothingThatIsNotThere() throws IOException {
        JsonNode document = new YAMLMapper().readTree(ASYNCAPI.toFile());
        Set<String> named = new TreeSet<>();
        document.path("components").path("messages").fieldNames().forEachRemaining(named::add);
        assertThat(named)
                .containsAll(entries().stream().map(Catalogue.Entry::name).toList());
        for (JsonNode reference : document.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(document.at(target.substring(1)).isMissingNode())
                        .as(target)
                        .isFalse();
            } else {
                assertThat(Path.of("docs").resolve(target)).exists();
            }
        }
        assertThat(document.path("channels").path("General").path("messages"))
                .hasSize(Codec.commandTypes().size());
    }

    private static Map<Path, String> documents() throws IOException {
        Map<Path, String> documents = new LinkedHashMap<>();
        for (Catalogue.Entry entry : entries()) {
            String schema = PRETTY.writeValueAsString(new MessageSchema(entry).write());
            documents.put(SCHEMAS.resolve(entry.name() + ".schema.json"), schema + "\n");
        }
        // A time is text here; without quotes it would be a YAML date.
        StringQuotingChecker quoting = new StringQuotingChecker.Default() {
            @Override
            public boolean needToQuoteValue(String value) {
                return super.needToQuoteValue(value) || value.matches("[0-9]{4}-.*");
            }
        };
        YAMLMapper yaml = YAMLMapper.builder(
                        YAMLFactory.builder().stringQuotingChecker(quoting).build())
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        documents.put(
                ASYNCAPI,
                "# Written by CatalogueTest: mvn test -Dtest=CatalogueTest -Dregenerate=true\n"
                        + yaml.writeValueAsString(new AsyncApiDocument().write()));
        return documents;
    }

    private static JsonSchema schema(Catalogue.Entry entry) {
        Map<String, String> all = new TreeMap<>();
        entries()
                .forEach(one -> all.put(
                        "https://schema.test/" + one.name() + ".schema.json",
                        new MessageSchema(one).write().toString()));
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(all)))
                .getSchema(SchemaLocation.of("https://schema.test/" + entry.name() + ".schema.json"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theSchemaRefusesAMessageWithoutWhatIsRequired(Catalogue.Entry entry) {
        JsonSchema schema = schema(entry);
        for (String member : new MessageSchema(entry).required()) {
            ObjectNode without = entry.examples().get(0).deepCopy();
            without.remove(member);
            Set<ValidationMessage> faults = schema.validate(without);
            assertThat(faults).as("%s without %s", entry.name(), member).isNotEmpty();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("org.mediarouter.message." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
