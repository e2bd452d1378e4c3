package org.mediarouter.routing.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.Suggestion;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.Mrd;

/** Reads {@code agents}. */
final class AgentSection {

    private static final Pattern ID = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");

    private final Map<String, Entry> mrds;
    private final Map<String, Entry> attributes;
    private final Set<String> plainHashes;
    private final Function<String, @Nullable String> kept;
    private final Map<String, Mrd> readMrds = new HashMap<>();
    private final Map<String, Attribute> readAttributes = new HashMap<>();

    /**
     * @param plainHashes the hashes as they stand in the text
     * @param kept the present hash of an agent's password, by his id; null where there is none
     */
    AgentSection(
            Map<String, Entry> mrds,
            Map<String, Entry> attributes,
            Collection<Mrd> readMrds,
            Collection<Attribute> readAttributes,
            Set<String> plainHashes,
            Function<String, @Nullable String> kept) {
        this.mrds = mrds;
        this.attributes = attributes;
        this.plainHashes = plainHashes;
        this.kept = kept;
        readMrds.forEach(mrd -> this.readMrds.put(mrd.id(), mrd));
        readAttributes.forEach(attribute -> this.readAttributes.put(attribute.name(), attribute));
    }

    List<AgentProfile> read(List<Entry> entries) {
        List<AgentProfile> agents = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.usable()) {
                agents.add(agent(entry));
            }
        }
        return agents;
    }

    private AgentProfile agent(Entry entry) {
        String id = entry.required("id");
        AgentMode mode = entry.choice("mode", AgentMode.STANDALONE);
        @Nullable String password = password(entry, id);
        checkPassword(entry, mode, password);
        return new AgentProfile(
                id,
                Objects.requireNonNullElse(entry.text("name"), id),
                mode,
                capacities(entry),
                attributes(entry),
                password,
                entry.text("team"));
    }

    /** What is withheld stays as it is. */
    private @Nullable String password(Entry entry, String id) {
        String password = entry.text("password");
        if (!Withheld.MARK.equals(password)) {
            return password;
        }
        return kept.apply(id);
    }

    /** The password's text appears in no message. */
    private void checkPassword(Entry entry, AgentMode mode, @Nullable String password) {
        boolean withheld = Withheld.MARK.equals(entry.text("password"));
        switch (mode) {
            case STANDALONE -> {
                boolean umm = "umm".equals(entry.text("directory"));
                if (umm && entry.has("password")) {
                    entry.mistake("password", "UMM checks this agent's password", "leave out 'password'");
                } else if (umm) {
                    return;
                } else if (withheld && password == null) {
                    entry.mistake(
                            "password",
                            "'" + Withheld.MARK + "' keeps an agent's present password, and there is none of "
                                    + entry.required("id") + " here",
                            "write a bcrypt hash: $2a$10$...");
                } else if (withheld) {
                    return;
                } else if (password == null) {
                    entry.mistake("password", "a standalone agent needs a password", "add a bcrypt hash: $2a$10$...");
                } else if (!Withheld.BCRYPT.matcher(password).matches()) {
                    entry.mistake(
                            "password",
                            "the password is no bcrypt hash",
                            "60 characters that begin with $2a$, $2b$ or $2y$ and a cost of 04 to 31");
                } else if (!plainHashes.contains(password)) {
                    // Who is shown the text would be shown the hash.
                    entry.mistake("password", "the hash is written with escapes or over lines", "write it plainly");
                }
            }
            case CC -> {
                if (entry.has("password")) {
                    entry.mistake(
                            "password", "the contact centre checks this agent's password", "leave out 'password'");
                }
            }
        }
    }

    private Map<String, Integer> capacities(Entry agent) {
        Map<String, Integer> capacities = new LinkedHashMap<>();
        Entry members = agent.in("mrds");
        members.node().fieldNames().forEachRemaining(id -> {
            if (!mrds.containsKey(id)) {
                members.log()
                        .add(
                                members.document().key(Document.at(members.pointer(), id)),
                                "there is no MRD '" + id + "'",
                                ID.matcher(id).matches() ? Suggestion.among(mrds.keySet(), id) : "");
                return;
            }
            Mrd mrd = readMrds.get(id);
            if (mrd != null) {
                capacities.put(id, members.in(id).whole("maxTasks", mrd.maxTasks()));
            }
        });
        return capacities;
    }

    private Map<String, Object> attributes(Entry agent) {
        Map<String, Object> values = new HashMap<>();
        Entry members = agent.in("attributes");
        members.node().fieldNames().forEachRemaining(name -> {
            if (!attributes.containsKey(name)) {
                members.log()
                        .add(
                                members.document().key(Document.at(members.pointer(), name)),
                                "unknown attribute '" + name + "'",
                                Suggestion.among(attributes.keySet(), name));
                return;
            }
            Attribute attribute = readAttributes.get(name);
            if (attribute != null && AttributeSection.fits(members, name, attribute.type())) {
                Object value = AttributeSection.value(members.get(name));
                if (!value.equals(attribute.byDefault())) {
                    values.put(name, value);
                }
            }
        });
        return values;
    }
}
