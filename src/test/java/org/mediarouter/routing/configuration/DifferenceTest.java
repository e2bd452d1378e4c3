package org.mediarouter.routing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.Configuration;

class DifferenceTest {
    private static final String FORMER = """
            attributes:
              - {name: English, type: boolean, default: false}
              - {name: Level, type: proficiency, default: 1}
            mediaRoutingDomains:
              - {id: chat, maxTasks: 3, defaultQueue: general}
            queues:
              - id: general
                mrd: chat
                steps: [{when: "English", timeout: 30s}, {when: "true"}]
              - {id: old, mrd: chat, steps: [{when: "true"}]}
            agents:
              - {id: "1", password: "$2a$04$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", mrds: {chat: {}}, attributes: {English: true}}
            """;

    private static Configuration read(String text) {
        Reading reading = ConfigurationReader.read("test.yaml", text);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).configuration();
    }

    @Test
    void commentsDefaultsAndOrderMakeNone() {
        String same = "# the same\n"
                + FORMER.replace("maxTasks: 3,", "acceptWithin: 30s, maxTasks: 3,")
                        .replace("{English: true}", "{Level: 1, English: true}");
        assertThat(Difference.between(read(FORMER), read(same))).isEmpty();
    }

    @Test
    void eachIsSaidInTheWordsOfTheFile() {
        String next = FORMER.replace("maxTasks: 3", "maxTasks: 5, acceptWithin: 90s, wrapUp: required")
                .replace("timeout: 30s", "timeout: 250ms")
                .replace("- {id: old,", "- {id: new, priority: 2,")
                .replace("{name: Level, type: proficiency, default: 1}", "{name: Level, type: proficiency, default: 2}")
                .replace("$2a$04$aaa", "$2a$04$bbb")
                .replace("attributes: {English: true}", "attributes: {Level: 7}");
        assertThat(Difference.between(read(FORMER), read(next)))
                .containsExactly(
                        "attribute Level: default 1 -> 2",
                        "MRD chat: maxTasks 3 -> 5",
                        "MRD chat: acceptWithin 30s -> 90s",
                        "MRD chat: wrapUp optional -> required",
                        "queue general: steps[1].timeout 30s -> 250ms",
                        "queue old removed",
                        "queue new added",
                        "agent 1: mrds.chat 3 -> 5",
                        "agent 1: attributes.English true -> (none)",
                        "agent 1: attributes.Level (none) -> 7",
                        "agent 1: password changed");
    }

    @Test
    void aStepMoreIsSaidWhole() {
        String next = FORMER.replace("{when: \"true\"}]}", "{when: \"true\", timeout: 60s}, {when: \"Level > 3\"}]}");
        assertThat(Difference.between(read(FORMER), read(next)))
                .containsExactly(
                        "queue old: steps[1].timeout (none) -> 1m",
                        "queue old: steps[2] (none) -> {when: 'Level > 3'}");
    }
}
