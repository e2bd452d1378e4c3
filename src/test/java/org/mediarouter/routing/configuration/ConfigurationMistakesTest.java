package org.mediarouter.routing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test writes a file with a mistake, and reads what the person who wrote it would be told. */
class ConfigurationMistakesTest {

    private static final String HEAD = """
            attributes:
              - {name: English, type: boolean}
              - {name: Broadband, type: proficiency}
            mediaRoutingDomains: [{id: chat}, {id: voice}]
            """;

    @Test
    void anUnknownAttributeIsShownWhereItStandsWithTheLikelyOne() {
        assertThat(mistakes(HEAD + """
                        queues:
                          - id: q
                            mrd: chat
                            steps:
                              - {when: "English && Brodband >= 7"}
                        """))
                .containsExactly("f.yaml:9:28: unknown attribute 'Brodband' (did you mean Broadband?)");
    }

    @Test
    void expressionsAreTypeChecked() {
        assertThat(mistakes(HEAD + """
                        queues:
                          - id: q
                            mrd: chat
                            steps:
                              - {when: English && Broadband, timeout: 3s}
                              - {when: Broadband, timeout: 3s}
                              - {when: "English &&", timeout: 3s}
                              - when: |
                                  English &&
                                  Brodband > 3
                                timeout: 3s
                              - {when: "true", skipIf: "step.agentLoggedIn == 0"}
                        """))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("f.yaml:9:24: '&&' can't be applied to (bool, int)")
                                .endsWith("(compare a proficiency with a number, such as Broadband >= 7)"),
                        second -> assertThat(second)
                                .startsWith("f.yaml:10:16: the expression is of type int, not true or false"),
                        third -> assertThat(third).startsWith("f.yaml:11:").contains("can't be read"),
                        fourth -> assertThat(fourth).startsWith("f.yaml:14:1: unknown attribute 'Brodband'"),
                        fifth -> assertThat(fifth).startsWith("f.yaml:16:").contains("step.agentsLoggedIn"));
    }

    @Test
    void everyMistakeIsReportedAtOnceInTheFilesOrder() {
        assertThat(mistakes("""
                        mediaRoutingDomains:
                          - {id: chat, maxTask: 3, wrapUp: sometimes, acceptWithin: 30, defaultQueue: genral}
                          - {id: voice, maxTasks: 51, defaultQueue: general}
                          - {id: chat}
                        queues:
                          - {id: general, mrd: chat, priority: 11, steps: [{when: "true"}]}
                          - {id: other, mrd: caht, steps: []}
                          - {mrd: chat, steps: [{when: "true"}]}
                        """))
                .containsExactly(
                        "f.yaml:2:16: 'maxTask' is not known here (did you mean maxTasks?)",
                        "f.yaml:2:36: 'sometimes' is not one of the possible values (known: none, optional, required)",
                        "f.yaml:2:61: of the wrong type: number (right: string, such as 30s or 5m)",
                        "f.yaml:3:27: 51 is out of range (at most 50)",
                        "f.yaml:4:10: MRD 'chat' is defined twice (first on line 2)",
                        "f.yaml:6:40: 11 is out of range (at most 10)",
                        "f.yaml:7:22: there is no MRD 'caht' (did you mean chat?)",
                        "f.yaml:7:35: must have at least 1 items but found 0",
                        "f.yaml:8:5: 'id' is missing (add 'id: ...')");
    }

    @Test
    void queuesOfAnotherMrdAreNeitherDefaultNorOverflow() {
        assertThat(mistakes("""
                        mediaRoutingDomains: [{id: chat, defaultQueue: calls}, {id: voice, defaultQueue: cals}]
                        queues:
                          - {id: chats, mrd: chat, overflow: calls, steps: [{when: "true", timeout: 5s}]}
                          - {id: calls, mrd: voice, steps: [{when: "true"}]}
                        """))
                .containsExactly(
                        "f.yaml:1:48: queue 'calls' belongs to the MRD 'voice' (name a queue of 'chat')",
                        "f.yaml:1:82: there is no queue 'cals' (did you mean calls?)",
                        "f.yaml:3:38: queue 'calls' belongs to the MRD 'voice' (name a queue of 'chat')");
    }

    @Test
    void overflowMayNotGoRoundNorBeUnreachable() {
        assertThat(mistakes(HEAD + """
                        queues:
                          - {id: a, mrd: chat, overflow: b, steps: [{when: "true", timeout: 5s}]}
                          - {id: b, mrd: chat, overflow: a, steps: [{when: "true", timeout: 5s}]}
                          - {id: c, mrd: chat, overflow: a, steps: [{when: "true"}, {when: "true"}]}
                        """))
                .containsExactly(
                        "f.yaml:6:34: tasks would go round: a -> b -> a (leave out 'overflow' in one of them)",
                        "f.yaml:7:34: tasks would go round: b -> a -> b (leave out 'overflow' in one of them)",
                        "f.yaml:8:34: the last step has no timeout, so that no task would ever move on"
                                + " (add 'timeout: 60s' to the last step)",
                        "f.yaml:8:45: this step has no timeout, so that the next one would never be reached"
                                + " (add 'timeout: 30s')");
    }

    @Test
    void agentsAreCheckedAndTheirPasswordsNeverShown() {
        List<String> mistakes = mistakes(HEAD + """
                agents:
                  - {id: a..b, password: hunter2, mrds: {chat: {}}}
                  - {id: a1, password: hunter2, mrds: {chta: {}}, attributes: {Broadband: 11, Englsh: true}}
                  - {id: a2, mode: cc, password: hunter2, mrds: {chat: {maxTasks: 0}}}
                  - {id: a1, mrds: {chat: {}}, attributes: {English: 3}}
                """);

        assertThat(mistakes)
                .containsExactly(
                        "f.yaml:6:10: 'a..b' does not have the right form (letters, digits and . _ @ -, beginning"
                                + " with a letter or digit, without '..', at most 128)",
                        "f.yaml:7:24: the password is no bcrypt hash (60 characters that begin with $2a$, $2b$ or"
                                + " $2y$ and a cost of 04 to 31)",
                        "f.yaml:7:40: there is no MRD 'chta' (did you mean chat?)",
                        "f.yaml:7:75: 'Broadband' can't be 11 (a whole number from 1 to 10)",
                        "f.yaml:7:79: unknown attribute 'Englsh' (did you mean English?)",
                        "f.yaml:8:67: 0 is out of range (at least 1)",
                        "f.yaml:9:5: a standalone agent needs a password (add a bcrypt hash: $2a$10$...)",
                        "f.yaml:9:10: agent 'a1' is defined twice (first on line 7)",
                        "f.yaml:9:54: 'English' can't be 3 (true or false)");
        assertThat(mistakes).noneMatch(text -> text.contains("hunter2"));
    }

    @Test
    void attributesMayNotTakeNamesThatExpressionsNeed() {
        assertThat(mistakes("attributes: [{name: task, type: boolean}, {name: Ok, type: boolean, default: 3}]\n"
                        + "mediaRoutingDomains: [{id: chat}]"))
                .containsExactly(
                        "f.yaml:1:21: 'task' has a meaning of its own in expressions (choose another name)",
                        "f.yaml:1:78: 'default' can't be 3 (true or false)");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsPlace() {
        assertThat(mistakes("mediaRoutingDomains: [{id: chat}\nqueues: []"))
                .singleElement()
                .asString()
                .startsWith("f.yaml:2:");
        assertThat(mistakes(""))
                .containsExactly("f.yaml:1:1: the file is empty (at least mediaRoutingDomains is needed)");
        assertThat(mistakes("- 1")).containsExactly("f.yaml:1:1: of the wrong type: array (right: object)");
    }

    @Test
    void aNameMayBeThereOnlyOnce() {
        assertThat(mistakes("mediaRoutingDomains: [{id: chat, maxTasks: 1, maxTasks: 2}]"))
                .containsExactly("f.yaml:1:47: 'maxTasks' is here twice (first on line 1)");
    }

    @Test
    void noTagCanNameAClass() {
        assertThat(mistakes("mediaRoutingDomains: [{id: !!javax.script.ScriptEngineManager chat}]"))
                .singleElement()
                .asString()
                .contains("tag is not allowed");
    }

    @Test
    void anAliasBombIsRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(mistakes(bomb.toString())).singleElement().asString().contains("aliases");
    }

    private static List<String> mistakes(String text) {
        Reading reading = ConfigurationReader.read("f.yaml", text);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading)
                .mistakes().stream().map(Mistake::toString).toList();
    }
}
