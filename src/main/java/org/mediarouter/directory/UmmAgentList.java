package org.mediarouter.directory;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads UMM's list of agents, as
 * {@code [{"id": "alice", "name": "Alice", "team": "north", "attributes": {"Billing": 7}, "mrds": ["chat"]}]}; {@code mrds}
 * may also be {@code {"chat": {"maxTasks": 2}}}. Members that it doesn't know are passed over.
 */
public final class UmmAgentList {
    /** More agents than these are no list of a contact centre's. */
    static final int MOST = 50_000;

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TEAM = 128;
    private static final Pattern ID = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");
    /** What has no place in a line of text: controls, line ends of any kind, halves of characters. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\x{FEFF}\\x{FFFE}\\x{FFFF}\\p{Cs}]");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private UmmAgentList() {}

    /** Reads it. One whom it can't take is left out; what is no list of agents is no answer at all. */
    public static UmmAgents.Answer read(byte[] json) {
        JsonNode list;
        try {
            list = JSON.readTree(json);
        } catch (IOException e) {
            return new UmmAgents.Answer.Unavailable("its answer is no JSON");
        }
        if (!list.isArray() || list.size() > MOST) {
            return new UmmAgents.Answer.Unavailable(
                    "its answer is no list of at most " + MOST + " agents: [{\"id\": ...}, ...]");
        }
        List<UmmAgent> agents = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode told = list.get(i);
            JsonNode id = told.path("id");
            if (!id.isTextual() && !id.isIntegralNumber()) {
                return new UmmAgents.Answer.Unavailable("entry " + i + " of its list is no agent with an \"id\"");
            }
            if (!ids.add(id.asText())) {
                return new UmmAgents.Answer.Unavailable("entry " + i + " of its list has the id of another");
            }
            if (ID.matcher(id.asText()).matches()) {
                agents.add(agent(id.asText(), told));
            } else {
                leftOut.add("entry " + i + ": its id is none: letters, digits and . _ @ -, at most 128");
            }
        }
        return new UmmAgents.Answer.Listed(agents, leftOut);
    }

    private static UmmAgent agent(String id, JsonNode told) {
        String name = line(told.path("name"), LONGEST_NAME);
        Map<String, Object> attributes = new TreeMap<>();
        told.path("attributes")
                .fields()
                .forEachRemaining(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
        return new UmmAgent(
                id, name == null ? id : name, line(told.path("team"), LONGEST_TEAM), attributes, mrds(told));
    }

    private static Map<String, Integer> mrds(JsonNode told) {
        Map<String, Integer> mrds = new TreeMap<>();
        JsonNode said = told.path("mrds");
        if (said.isArray()) {
            said.forEach(mrd -> mrds.put(mrd.asText(), 0));
        } else {
            said.fields()
                    .forEachRemaining(entry -> mrds.put(
                            entry.getKey(),
                            Math.max(0, entry.getValue().path("maxTasks").asInt(0))));
        }
        return mrds;
    }

    private static Object value(JsonNode said) {
        if (said.isBoolean()) {
            return said.booleanValue();
        }
        return said.isIntegralNumber() && said.canConvertToInt() ? (Object) said.intValue() : said.asText();
    }

    /** In one line; null where nothing is left. */
    private static @Nullable String line(JsonNode said, int longest) {
        String text = UNPRINTABLE.matcher(said.asText()).replaceAll(" ").strip();
        int characters = text.codePointCount(0, text.length());
        String line = characters > longest ? text.substring(0, text.offsetByCodePoints(0, longest)) : text;
        return said.isValueNode() && !said.isNull() && !line.isEmpty() ? line : null;
    }
}
