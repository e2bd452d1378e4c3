package org.mediarouter.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mediarouter.broker.BrokerStartException;
import org.mediarouter.broker.DevelopmentPasswords;
import org.mediarouter.finesse.FinesseSettings;
import org.mediarouter.routing.expression.Suggestion;

/** Reads the settings: what is given must be right, what is not has its default. */
final class SettingsReader {
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Given given;
    private final List<Mistake> mistakes;

    private SettingsReader(Given given, List<Mistake> mistakes) {
        this.given = given;
        this.mistakes = mistakes;
    }

    /**
     * All that can be read; what can't is among the mistakes, and has its default in the result.
     *
     * @param config the directory of {@code application.properties} and the other files
     * @param commandLine {@code --NAME=VALUE}, by name
     */
    static Settings read(
            Path config, Map<String, String> environment, Map<String, String> commandLine, List<Mistake> mistakes) {
        Given given = Given.of(
                PropertyLines.read(config.resolve("application.properties"), mistakes),
                environment,
                commandLine,
                mistakes);
        return new SettingsReader(given, mistakes).settings(config);
    }

    private Settings settings(Path config) {
        Settings.Broker broker = new Settings.Broker(
                given.text(Setting.BROKER_URL),
                given.text(Setting.BROKER_HOST),
                number(Setting.BROKER_PORT, 0, 65535),
                given.text(Setting.BROKER_USER),
                brokerPassword(config.resolve("broker-users.properties")));
        for (Setting consumers : List.of(
                Setting.CONSUMERS_SIGN_IN, Setting.CONSUMERS_ROUTING_ENGINE, Setting.CONSUMERS_COMMUNICATION_SERVER)) {
            number(consumers, 1, 64);
        }
        return new Settings(
                roles(broker),
                node(),
                broker,
                Path.of(given.text(Setting.DATA)),
                new Settings.Store(
                        given.text(Setting.STORE_URL),
                        given.text(Setting.STORE_USER),
                        given.text(Setting.STORE_PASSWORD),
                        duration(Setting.STORE_KEEP)),
                new Settings.Cluster(
                        given.text(Setting.CLUSTER_NAME),
                        number(Setting.CLUSTER_PORT, 1, 65535),
                        list(Setting.CLUSTER_MEMBERS)),
                config,
                Path.of(given.text(Setting.ROUTING)),
                Path.of(given.text(Setting.ROUTES)),
                list(Setting.DESTINATIONS),
                duration(Setting.CONNECTED_FOR),
                flag(Setting.TASK_QUEUED),
                new Settings.Http(
                        given.text(Setting.HTTP_HOST),
                        number(Setting.HTTP_PORT, 0, 65535),
                        given.text(Setting.HTTP_USER),
                        given.text(Setting.HTTP_PASSWORD)),
                contactCentre(),
                ummAgents(),
                values(),
                given.camel());
    }

    private Settings.UmmAgents ummAgents() {
        Duration every = duration(Setting.UMM_SYNC_EVERY);
        String url = given.text(Setting.UMM_AGENTS_URL);
        if (!every.isZero() && every.compareTo(Duration.ofSeconds(1)) < 0) {
            mistake(Setting.UMM_SYNC_EVERY, "is too often", "1s or more, for example 10m; 0s: never");
        }
        if (!every.isZero() && !url.startsWith("https://") && !url.startsWith("http://")) {
            mistake(
                    Setting.UMM_AGENTS_URL,
                    "says not where UMM lists its agents",
                    "for example https://umm.example/agents; or " + Setting.UMM_SYNC_EVERY.key() + "=0s");
        }
        return new Settings.UmmAgents(
                every, url, Set.copyOf(words(Setting.UMM_MRDS)), flag(Setting.UMM_SYNC_MAY_SHRINK));
    }

    private Settings.ContactCentre contactCentre() {
        FinesseReader reader = new FinesseReader(given, mistakes);
        FinesseSettings finesse = reader.settings();
        return new Settings.ContactCentre(finesse, reader.secrets(finesse));
    }

    private Set<Role> roles(Settings.Broker broker) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String text : list(Setting.ROLES)) {
            Role.of(text)
                    .ifPresentOrElse(
                            roles::add,
                            () -> mistake(
                                    Setting.ROLES,
                                    "there is no role " + text,
                                    Suggestion.among(
                                            Stream.of(Role.values())
                                                    .map(Role::text)
                                                    .toList(),
                                            text)));
        }
        if (!roles.contains(Role.BROKER) && broker.url().isEmpty()) {
            mistake(
                    Setting.ROLES,
                    "without the role broker the node needs one outside",
                    "set " + Setting.BROKER_URL.key() + ", for example tcp://broker-1:61616");
        }
        if (roles.equals(Set.of(Role.BROKER)) && !broker.url().isEmpty()) {
            mistake(
                    Setting.ROLES,
                    "a node that is only a broker can't use another one",
                    "leave " + Setting.BROKER_URL.key() + " empty");
        }
        return roles;
    }

    private String node() {
        String node = given.text(Setting.NODE);
        if (node.isEmpty()) {
            return hostName();
        }
        if (!NODE.matcher(node).matches()) {
            mistake(Setting.NODE, "is no name for a node", "1 to 64 letters, digits and . _ -");
        }
        return node;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private String brokerPassword(Path users) {
        String password = given.text(Setting.BROKER_PASSWORD);
        if (!password.isEmpty()) {
            return password;
        }
        try {
            return DevelopmentPasswords.clearPassword(users, given.text(Setting.BROKER_USER))
                    .orElseGet(() -> {
                        mistake(
                                Setting.BROKER_PASSWORD,
                                "is not set, and " + users + " doesn't have it in clear",
                                "set it, best as the environment variable " + Setting.BROKER_PASSWORD.environment());
                        return "";
                    });
        } catch (BrokerStartException e) {
            mistakes.add(new Mistake(users.toString(), String.valueOf(e.getMessage()), "user = password, one a line"));
            return "";
        }
    }

    private int number(Setting setting, int least, int most) {
        try {
            int number = Integer.parseInt(given.text(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the range.
        }
        mistake(setting, "\"" + given.text(setting) + "\" is no number that will do", "from " + least + " to " + most);
        return Integer.parseInt(setting.byDefault());
    }

    private Duration duration(Setting setting) {
        return Durations.parse(given.text(setting)).orElseGet(() -> {
            mistake(setting, "\"" + given.text(setting) + "\" is no duration", "for example 30s, 5m, 8h or 1d");
            return Durations.parse(setting.byDefault()).orElseThrow();
        });
    }

    private boolean flag(Setting setting) {
        String text = given.text(setting);
        if (!text.equals("true") && !text.equals("false")) {
            mistake(setting, "\"" + text + "\" is neither true nor false", "for example " + setting.byDefault());
        }
        return text.equals("true");
    }

    private List<String> words(Setting setting) {
        return Arrays.stream(given.text(setting).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> list(Setting setting) {
        List<String> list = words(setting);
        if (list.isEmpty()) {
            mistake(setting, "is empty", "for example " + setting.byDefault());
        }
        return list;
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            if (!setting.secret()) {
                values.put(setting.key(), given.text(setting));
            }
        }
        return values;
    }

    private void mistake(Setting setting, String message, String remedy) {
        String place = given.value(setting).place();
        String subject = place.endsWith(setting.key()) ? "" : setting.key() + ": ";
        mistakes.add(new Mistake(place, subject + message, remedy));
    }
}
