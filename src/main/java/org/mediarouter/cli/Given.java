package org.mediarouter.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mediarouter.routing.expression.Suggestion;

/** The settings as given, each with the place it comes from; the command line is stronger than the environment than the file. */
final class Given {
    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final Map<String, String> camel = new TreeMap<>();

    /** What a setting was set to, and where. */
    record Value(String text, String place) {}

    private Given() {}

    static Given of(
            Map<String, PropertyLines.Line> file,
            Map<String, String> environment,
            Map<String, String> commandLine,
            List<Mistake> mistakes) {
        Given given = new Given();
        file.forEach((name, line) -> given.set(name, line.value(), line.place(), mistakes));
        given.environment(environment);
        commandLine.forEach((name, value) -> given.set(name, value, "--" + name, mistakes));
        return given;
    }

    private void set(String name, String value, String place, List<Mistake> mistakes) {
        if (!name.startsWith(Setting.PREFIX)) {
            camel.put(name, value);
            return;
        }
        Setting.named(name)
                .ifPresentOrElse(
                        setting -> values.put(setting, new Value(value.strip(), place)),
                        () -> mistakes.add(new Mistake(place, "there is no setting " + name, suggestion(name))));
    }

    /** Only what is known: container platforms put variables of their own under any prefix. */
    private void environment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.environment());
            if (value != null) {
                values.put(setting, new Value(value.strip(), setting.environment()));
            }
        }
    }

    /** Variables that look like settings and are none: worth a word, not a refusal. */
    static Map<String, String> unknown(Map<String, String> environment) {
        Map<String, String> unknown = new LinkedHashMap<>();
        for (String name : environment.keySet()) {
            if (name.startsWith("MEDIAROUTER_")
                    && Stream.of(Setting.values())
                            .noneMatch(setting -> setting.environment().equals(name))) {
                unknown.put(name, suggestion(name.toLowerCase(Locale.ROOT).replace('_', '.')));
            }
        }
        return unknown;
    }

    private static String suggestion(String name) {
        return Suggestion.among(Stream.of(Setting.values()).map(Setting::key).toList(), name);
    }

    Value value(Setting setting) {
        return values.getOrDefault(setting, new Value(setting.byDefault(), setting.key()));
    }

    String text(Setting setting) {
        return value(setting).text();
    }

    Map<String, String> camel() {
        return camel;
    }
}
