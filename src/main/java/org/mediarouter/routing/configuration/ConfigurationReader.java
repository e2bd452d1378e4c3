package org.mediarouter.routing.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;

/**
 * Reads a routing configuration (routing, section 1). Either all of it is right and in the result, or nothing is read
 * and the result holds every mistake with its place and what would be right.
 *
 * <pre>{@code
 * switch (ConfigurationReader.read("config/routing.yaml", text)) {
 *     case Reading.Accepted accepted -> use(accepted.configuration());
 *     case Reading.Refused refused -> refused.mistakes().forEach(System.err::println);
 * }
 * }</pre>
 */
public final class ConfigurationReader {

    private ConfigurationReader() {}

    /**
     * @param fileName for the mistakes; nothing is read from it
     * @param text the YAML
     */
    public static Reading read(String fileName, String text) {
        return read(fileName, text, id -> null);
    }

    /**
     * Reads a text in which hashes of passwords may be {@linkplain Withheld withheld}.
     *
     * @param kept the present hash of an agent's password, by his id; null where there is none
     */
    public static Reading read(String fileName, String text, Function<String, @Nullable String> kept) {
        MistakeLog log = new MistakeLog(fileName);
        Document document = DocumentParser.parse(text, log);
        if (document == null) {
            return new Reading.Refused(log.inOrder());
        }
        ShapeCheck.check(document, log);
        Configuration configuration = assemble(document, log, Withheld.all(text), kept);
        return log.isEmpty() ? new Reading.Accepted(configuration) : new Reading.Refused(log.inOrder());
    }

    /** What has the right shape is checked for sense even where other parts are wrong: all mistakes in one go. */
    private static Configuration assemble(
            Document document, MistakeLog log, Set<String> plainHashes, Function<String, @Nullable String> kept) {
        List<Entry> attributeEntries = Entry.all(document, log, "/attributes");
        List<Entry> mrdEntries = Entry.all(document, log, "/mediaRoutingDomains");
        List<Entry> queueEntries = Entry.all(document, log, "/queues");
        List<Entry> agentEntries = Entry.all(document, log, "/agents");
        Map<String, Entry> attributesByName = Entry.byName(attributeEntries, "name", "attribute");
        Map<String, Entry> mrdsById = Entry.byName(mrdEntries, "id", "MRD");
        Map<String, Entry> queuesById = Entry.byName(queueEntries, "id", "queue");
        Entry.byName(agentEntries, "id", "agent");

        List<Attribute> attributes = AttributeSection.read(attributeEntries);
        List<Mrd> mrds = MrdSection.read(mrdEntries, queuesById);
        MrdSection.checkQueues(mrds, queuesById);
        List<PrecisionQueue> queues =
                new QueueSection(mrdsById, queuesById, new ExpressionCheck(attributes)).read(queueEntries);
        List<AgentProfile> agents =
                new AgentSection(mrdsById, attributesByName, mrds, attributes, plainHashes, kept).read(agentEntries);
        long seed = document.root().path("seed").asLong(0);
        return Configuration.of(seed, attributes, mrds, queues, agents);
    }
}
