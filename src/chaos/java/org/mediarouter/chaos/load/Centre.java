package org.mediarouter.chaos.load;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chatserver.AgentProfile;
import org.mediarouter.chatserver.CustomerKind;
import org.mediarouter.chatserver.DemoScenarios;
import org.mediarouter.chatserver.Scenario;

/**
 * The contact centre that is played. Three MRDs with all that differs between MRDs, and deadlines short enough to be seen.
 *
 * <pre>
 * agent   0, 1, 2 of four: chat (3 at a time) and mail (2); interrupted by nothing
 *         3 of eight:      voice (1 at a time)
 *         7 of eight:      voice, which interrupts their chats
 * </pre>
 *
 * @param agents how many
 * @param rate tasks per second
 */
public record Centre(int agents, double rate, long seed) {
    public static final String CHAT = "chat";
    public static final String VOICE = "voice";
    public static final String MAIL = "mail";

    public static final Duration ACCEPT_WITHIN = Duration.ofSeconds(5);
    public static final Duration WRAP_UP_WITHIN = Duration.ofSeconds(10);
    public static final Duration EXPIRES_AFTER = Duration.ofMinutes(2);

    private static final String PASSWORD = "secret";
    private static final double VOICE_SHARE = 0.05;
    private static final double MAIL_SHARE = 0.15;
    /** bcrypt's least: a hundred agents sign in at once here. */
    private static final int COST = 4;

    private static final String DOMAINS = """
            attributes:
              - {name: English, type: boolean, default: true}
              - {name: German, type: boolean, default: false}

            mediaRoutingDomains:
              - {id: chat, maxTasks: 3, interruptible: true, onInterrupt: keep, wrapUp: optional,
                 acceptWithin: %1$ds, wrapUpWithin: %2$ds, expiresAfter: %3$ds, defaultQueue: general}
              - {id: voice, maxTasks: 1, wrapUp: required,
                 acceptWithin: %1$ds, wrapUpWithin: %2$ds, expiresAfter: %3$ds, defaultQueue: hotline}
              - {id: mail, maxTasks: 2, interruptible: true, wrapUp: none,
                 acceptWithin: %1$ds, wrapUpWithin: %2$ds, expiresAfter: %3$ds, defaultQueue: letters}

            queues:
              - id: general
                mrd: chat
                steps:
                  - {when: "!has(task.language) || (task.language == 'de' ? German : English)", timeout: 5s}
                  - {when: "true"}
              - id: urgent
                mrd: chat
                selection: least-active
                priority: 5
                steps:
                  - {when: "true"}
              - id: hotline
                mrd: voice
                steps:
                  - {when: "English", timeout: 5s}
                  - {when: "true"}
              - id: letters
                mrd: mail
                selection: round-robin
                steps:
                  - {when: "true"}

            agents:
            """;

    /** The content of {@code config/routing.yaml}. */
    public String routing() {
        String hash = BCrypt.withDefaults().hashToString(COST, PASSWORD.toCharArray());
        return DOMAINS.formatted(ACCEPT_WITHIN.toSeconds(), WRAP_UP_WITHIN.toSeconds(), EXPIRES_AFTER.toSeconds())
                + IntStream.range(0, agents)
                        .mapToObj(n ->
                                "  - {id: \"%s\", name: Agent %s, mode: standalone, password: \"%s\", mrds: {%s}, attributes: {German: %b}}\n"
                                        .formatted(
                                                id(n),
                                                id(n),
                                                hash,
                                                mrds(n).stream()
                                                        .map(m -> m + ": {}")
                                                        .collect(Collectors.joining(", ")),
                                                n % 3 == 0))
                        .collect(Collectors.joining());
    }

    /** What is played on it, the whole time. */
    public Scenario scenario() {
        List<AgentProfile> profiles = IntStream.range(0, agents)
                .mapToObj(n -> new AgentProfile(id(n), PASSWORD, mrds(n), List.of()))
                .toList();
        List<CustomerKind> kinds = List.of(
                new CustomerKind(60, CHAT, null, 1, Map.of("language", "en")),
                new CustomerKind(10, CHAT, null, 1, Map.of("language", "de")),
                new CustomerKind(10, null, "urgent", 2, Map.of("vip", true)),
                new CustomerKind(100 * MAIL_SHARE, MAIL, null, 1, Map.of("letter", 12.5)),
                new CustomerKind(100 * VOICE_SHARE, null, "hotline", 3, Map.of("line", 100L)));
        double chatters = 0.75;
        return DemoScenarios.synthetic(profiles, kinds, rate, 3 * chatters, seed);
    }

    /** How many tasks each agent may have at a time, by MRD. */
    public Map<String, Map<String, Integer>> capacity() {
        Map<String, Map<String, Integer>> capacity = new LinkedHashMap<>();
        for (int n = 0; n < agents; n++) {
            capacity.put(id(n), mrds(n).stream().collect(Collectors.toMap(mrd -> mrd, Centre::maxTasks)));
        }
        return capacity;
    }

    public static List<String> mrds() {
        return List.of(CHAT, VOICE, MAIL);
    }

    private static List<String> mrds(int n) {
        return n % 4 != 3 ? List.of(CHAT, MAIL) : n % 8 == 3 ? List.of(VOICE) : List.of(CHAT, VOICE);
    }

    private static int maxTasks(String mrd) {
        return switch (mrd) {
            case CHAT -> 3;
            case MAIL -> 2;
            default -> 1;
        };
    }

    private static String id(int n) {
        return String.valueOf(1001 + n);
    }

    /** What the checker must know of all this. */
    public Observation.Premises premises(Instant now) {
        return new Observation.Premises(
                now, capacity(), everywhere(ACCEPT_WITHIN), everywhere(WRAP_UP_WITHIN), everywhere(EXPIRES_AFTER));
    }

    private static Map<String, Duration> everywhere(Duration limit) {
        return mrds().stream().collect(Collectors.toMap(mrd -> mrd, mrd -> limit));
    }
}
