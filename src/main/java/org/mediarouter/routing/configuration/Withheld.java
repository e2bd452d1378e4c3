package org.mediarouter.routing.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

/**
 * Passwords' hashes in a configuration's text: whoever may see a configuration needn't see them. In their place stands
 * {@value #MARK}, and a text with that mark says that the agent's password stays as it is.
 *
 * <pre>{@code
 * Withheld.from("{id: \"1001\", password: \"$2a$10$...\"}")   // {id: "1001", password: "(hash not shown)"}
 * }</pre>
 */
public final class Withheld {
    /** What stands in the place of a hash. */
    public static final String MARK = "(hash not shown)";

    static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    private Withheld() {}

    /** The text without any hash, those in comments included. */
    public static String from(String yaml) {
        return BCRYPT.matcher(yaml).replaceAll(MARK);
    }

    /** The hashes that {@link #from} finds. */
    static Set<String> all(String yaml) {
        return BCRYPT.matcher(yaml).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The text with the agents' hashes where the mark stood.
     *
     * @param read what was read from this text; it knows the hashes that are kept
     */
    public static String restored(String yaml, Configuration read) {
        MistakeLog log = new MistakeLog("");
        Document document = yaml.contains(MARK) ? DocumentParser.parse(yaml, log) : null;
        if (document == null) {
            return yaml;
        }
        int[] lines = lines(yaml);
        NavigableMap<Integer, String> hashes = new TreeMap<>();
        for (Entry entry : Entry.all(document, log, "/agents")) {
            AgentProfile agent = read.agent(entry.get("id").asText());
            Place place = entry.place("password");
            JsonNode password = entry.get("password");
            if (agent != null
                    && agent.passwordHash() != null
                    && password.asText().equals(MARK)) {
                int start = yaml.offsetByCodePoints(lines[place.line() - 1], place.column() - 1);
                int mark = yaml.indexOf(MARK, start);
                // An anchor or a folded text stands before it or within: that is refused when the text is read again.
                if (mark == start + (place.style() == ' ' ? 0 : 1)) {
                    hashes.put(mark, agent.passwordHash());
                }
            }
        }
        StringBuilder restored = new StringBuilder(yaml);
        hashes.descendingMap().forEach((at, hash) -> restored.replace(at, at + MARK.length(), hash));
        return restored.toString();
    }

    /** Where each line begins. */
    private static int[] lines(String yaml) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, yaml.length())
                                .filter(i -> yaml.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }
}
