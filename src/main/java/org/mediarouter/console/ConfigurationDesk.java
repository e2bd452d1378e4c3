package org.mediarouter.console;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.cluster.ConfigurationVersion;
import org.mediarouter.cluster.ConfigurationVersions;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Difference;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.configuration.Withheld;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routing configuration over HTTP: what is in force, what was, and putting another into force. */
public final class ConfigurationDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationDesk.class);
    private static final int LONGEST_REMARK = 500;
    private static final Answer NO_YAML =
            Answer.refused(415, "the configuration comes as Content-Type: application/yaml");

    private final InForce inForce;
    private final ConfigurationVersions versions;
    private final Stranding stranding;
    private final Clock clock;

    public ConfigurationDesk(
            InForce inForce, ConfigurationVersions versions, AgentStore agents, TaskStore tasks, Clock clock) {
        this.inForce = inForce;
        this.versions = versions;
        this.stranding = new Stranding(agents, tasks);
        this.clock = clock;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/config", this::show),
                Endpoint.get("/config/history", ask -> history()),
                Endpoint.post("/config/difference", this::difference),
                Endpoint.post("/config", this::apply));
    }

    private Answer show(Ask ask) {
        @Nullable String wanted = ask.query("version");
        if (wanted == null) {
            return Answer.of(withText(inForce.refresh().version()));
        }
        @Nullable Long number = number(wanted);
        @Nullable ConfigurationVersion version = number == null ? null : versions.get(number);
        if (version == null) {
            return Answer.refused(404, "there is no version " + wanted + " of the configuration");
        }
        return version.text().isEmpty()
                ? Answer.refused(404, "the text of version " + wanted + " is no longer kept")
                : Answer.of(withText(version));
    }

    private Answer history() {
        return Answer.of(Map.of(
                "versions",
                versions.history().stream().map(ConfigurationDesk::told).toList()));
    }

    private static Map<String, Object> told(ConfigurationVersion version) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", version.number());
        told.put("who", version.who());
        told.put("when", version.when().toString());
        told.put("comment", version.comment());
        return told;
    }

    private static Map<String, Object> withText(ConfigurationVersion version) {
        Map<String, Object> told = told(version);
        told.put("text", Withheld.from(version.text()));
        return told;
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * The same as {@code POST /config}, for a part of this program.
     *
     * @param base the version on which it builds
     * @param who puts it into force
     * @return status and body as over HTTP
     */
    public Answer apply(long base, String text, String who, String comment) {
        Map<String, List<String>> query =
                Map.of("base", List.of(String.valueOf(base)), "comment", List.of(comment), "file", List.of(who));
        return apply(new Ask(Map.of(), query, "application/yaml", text, who));
    }

    /** What a configuration would change; it may have hashes withheld, which no client can compare. */
    private Answer difference(Ask ask) {
        if (!yaml(ask)) {
            return NO_YAML;
        }
        InForce.Known former = inForce.refresh();
        Reading reading = read(ask, ask.body(), kept(former));
        return reading instanceof Reading.Refused refused
                ? mistaken(refused)
                : Answer.of(Map.of(
                        "lines",
                        Difference.between(former.configuration(), ((Reading.Accepted) reading).configuration())));
    }

    /** Also what keeps a web page of somebody else's from sending one: a browser asks first. */
    private static boolean yaml(Ask ask) {
        return ask.contentType().equals("application/yaml");
    }

    private static Reading read(Ask ask, String text, Function<String, @Nullable String> kept) {
        return ConfigurationReader.read(Objects.requireNonNullElse(ask.query("file"), "configuration"), text, kept);
    }

    /** The passwords' hashes in force. */
    private static Function<String, @Nullable String> kept(InForce.Known former) {
        return id -> {
            @Nullable AgentProfile agent = former.configuration().agent(id);
            return agent == null ? null : agent.passwordHash();
        };
    }

    private static Answer mistaken(Reading.Refused refused) {
        return new Answer(422, Map.of("message", "the configuration has mistakes", "mistakes", refused.mistakes()));
    }

    /** One at a time at this node; between nodes the store decides. */
    private synchronized Answer apply(Ask ask) {
        if (!yaml(ask)) {
            return NO_YAML;
        }
        @Nullable Long base = number(ask.query("base"));
        if (base == null) {
            return Answer.refused(400, "?base=N is missing: the version on which this configuration builds");
        }
        InForce.Known former = inForce.refresh();
        if (base != former.version().number()) {
            return overtaken(base);
        }
        Reading reading = read(ask, ask.body(), kept(former));
        if (reading instanceof Reading.Refused refused) {
            return mistaken(refused);
        }
        String text = Withheld.restored(ask.body(), ((Reading.Accepted) reading).configuration());
        reading = read(ask, text, id -> null);
        if (reading instanceof Reading.Refused refused) {
            return mistaken(refused);
        }
        Configuration next = ((Reading.Accepted) reading).configuration();
        List<String> moveTo = ask.query().getOrDefault("moveTo", List.of());
        for (String queue : moveTo) {
            if (next.queue(queue) == null) {
                return Answer.refused(422, "moveTo: the configuration has no queue '" + queue + "'");
            }
        }
        if (text.equals(former.version().text())) {
            Map<String, Object> same = told(former.version());
            same.put("changed", false);
            return Answer.of(same);
        }
        List<Stranding.Group> stranded = stranding.find(former.configuration(), next, moveTo);
        return stranded.isEmpty()
                ? putIntoForce(ask, text, former, next, moveTo)
                : new Answer(
                        409, Map.of("message", "the configuration would strand what is in use", "stranded", stranded));
    }

    private Answer putIntoForce(Ask ask, String text, InForce.Known former, Configuration next, List<String> moveTo) {
        ConfigurationVersion version = new ConfigurationVersion(
                former.version().number() + 1,
                text,
                who(ask),
                clock.instant(),
                remark(ask.query("comment")),
                Stranding.successors(former.configuration(), next, moveTo));
        if (!versions.add(version)) {
            return overtaken(former.version().number());
        }
        LOG.info("configuration version {} applied by {}", version.number(), version.who());
        inForce.refresh();
        Map<String, Object> told = told(version);
        told.put("changed", true);
        return Answer.of(told);
    }

    private Answer overtaken(long base) {
        ConfigurationVersion last = inForce.refresh().version();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "message",
                "the configuration builds on version " + base + ", but version " + last.number() + " by " + last.who()
                        + " is in force; look at the difference and apply again");
        told.put("inForce", told(last));
        return new Answer(409, told);
    }

    /** Who was authenticated; only where nobody has to be, the caller's own word counts. */
    private static String who(Ask ask) {
        if (ask.user() != null) {
            return ask.user();
        }
        String said = remark(ask.query("who"));
        return said.isEmpty() ? "unknown" : said;
    }

    private static String remark(@Nullable String text) {
        String plain = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST_REMARK ? plain.substring(0, LONGEST_REMARK) : plain;
    }
}
