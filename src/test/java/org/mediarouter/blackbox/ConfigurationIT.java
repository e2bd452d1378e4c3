package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediarouter.cli.RunningNode;

/** The configuration of a running node is replaced by another. It has a node of its own. */
class ConfigurationIT {
    private static final String DESK = "Floor == task.floor && Room == task.room && Desk == task.desk";
    private static final String BACKUP =
            "  - {id: chat-backup, mrd: chat, steps: [{when: \"" + DESK + "\"}]}\n\nagents:\n";

    private static NodeFixture node;

    @TempDir
    private Path files;

    @BeforeAll
    static void start() throws Exception {
        node = new NodeFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    private static JsonNode inForce() throws Exception {
        return json(node.get("/config"));
    }

    private static String text() throws Exception {
        return inForce().path("text").asText();
    }

    private static long version() throws Exception {
        return inForce().path("version").asLong();
    }

    private static JsonNode apply(String text, String more, int status) throws Exception {
        HttpResponse<String> response = node.apply("base=" + version() + more, text);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response);
    }

    private static String without(String text, String queue) {
        String next = text.replaceFirst("(?m)^  - \\{id: " + queue + ",.*\n", "");
        assertThat(next).isNotEqualTo(text);
        return next;
    }

    @Test
    void aWaitingTaskGoesToTheAgentWhoMatchesNow() throws Exception {
        try (Chat chat = node.chat()) {
            Desk desk = chat.desk();
            Agent alice = chat.agent(desk, 0).ready("chat");
            String narrow = text().replace(
                            "agents:\n", "  - {id: chat-nobody, mrd: chat, steps: [{when: \"false\"}]}\n\nagents:\n");
            apply(narrow, "", 200);
            Told task = chat.task("chat", desk, "Queue", "chat-nobody");
            assertThat(task.member("Queue")).isEqualTo("chat-nobody");

            apply(narrow.replace("{when: \"false\"}", "{when: \"" + DESK + "\"}"), "", 200);

            assertThat(alice.offered().task()).isEqualTo(task.task());
        }
    }

    @Test
    void aChangedCapacityReachesWhoIsLoggedIn() throws Exception {
        try (Chat chat = node.chat()) {
            Desk desk = chat.desk();
            Agent alice = chat.agent(desk, 0).ready("yield");
            for (int i = 0; i < 3; i++) {
                alice.takes(chat.task("yield", desk));
            }
            Told fourth = chat.task("yield", desk);
            assertThat(alice.present("yield").state()).isEqualTo("BUSY");

            apply(text().replace("{id: yield, maxTasks: 3", "{id: yield, maxTasks: 4"), "", 200);

            alice.takes(fourth);
        }
    }

    @Test
    void anMrdThatIsAddedWorks() throws Exception {
        try (Chat chat = node.chat()) {
            Desk desk = chat.desk();
            Agent alice = chat.agent(desk, 0);
            String more = text().replace(
                            "\nqueues:\n",
                            "\n  - {id: mail, interruptible: true, defaultQueue: mail-general}\n\nqueues:\n")
                    .replace("agents:\n", "  - {id: mail-general, mrd: mail, steps: [{when: \"true\"}]}\n\nagents:\n")
                    .replaceFirst("(id: \"" + alice.id() + "\".*?mrds: \\{)", "$1mail: {}, ");
            apply(more, "", 200);

            alice.ready("mail");
            Told task = chat.task("mail", desk);

            assertThat(alice.offered().task()).isEqualTo(task.task());
            assertThat(node.get("/observe/metrics").body()).contains("queue=\"mail-general\"", "mrd=\"mail\"");
        }
    }

    @Test
    void whatWouldStrandTasksIsRefusedAndChangesNothing() throws Exception {
        try (Chat chat = node.chat()) {
            Told task = chat.task("chat", chat.desk(), "Queue", "chat-narrow");
            String before = node.get("/config").body();

            JsonNode refusal = apply(without(text(), "chat-narrow"), "", 409);

            assertThat(refusal.path("stranded").get(0).path("reason").asText())
                    .isEqualTo("queue chat-narrow of MRD chat would vanish, and tasks wait in it");
            assertThat(refusal.path("stranded").get(0).path("ids").toString()).contains(task.task());
            assertThat(node.get("/config").body()).isEqualTo(before);
            assertThat(chat.ask("GetTaskState", "TaskId", task.task()).member("Queue"))
                    .isEqualTo("chat-narrow");
        }
    }

    @Test
    void whatWouldStrandAgentsIsRefused() throws Exception {
        try (Chat chat = node.chat()) {
            Desk desk = chat.desk();
            Agent alice = chat.agent(desk, 0);
            alice.login("brief");

            String gone = text().replaceFirst("(?m)^  - \\{id: \"" + alice.id() + "\".*\n", "");
            assertThat(apply(gone, "", 409).path("stranded").toString())
                    .contains("agents would vanish", "\"" + alice.id() + "\"");
            String leaves = text().replaceFirst("(id: \"" + alice.id() + "\".*?)brief: \\{}, ", "$1");
            assertThat(apply(leaves, "", 409).path("stranded").toString())
                    .contains("no longer belong to MRD brief", "\"" + alice.id() + "\"");
            String without = without(without(text(), "brief"), "brief-general").replace("brief: {}, ", "");
            assertThat(apply(without, "", 409).path("stranded").toString())
                    .contains("MRD brief would vanish", "\"" + alice.id() + "\"");
        }
    }

    @Test
    void waitingTasksAreMovedToTheQueueNamedAndKeepTheirOrder() throws Exception {
        try (Chat chat = node.chat()) {
            apply(text().replace("agents:\n", BACKUP), "", 200);
            Desk desk = chat.desk();
            String moved = text().replace("agents:\n", BACKUP.replace("chat-backup", "chat-passing"));
            apply(moved, "", 200);
            Told first = chat.task("chat", desk, "Queue", "chat-passing");
            Told second = chat.task("chat", desk, "Queue", "chat-backup");

            apply(without(text(), "chat-passing"), "&moveTo=chat-backup", 200);

            Told told = chat.tasks()
                    .next("the move", next -> next.is("TaskState") && "QUEUE_REMOVED".equals(next.reason()));
            assertThat(told.task()).isEqualTo(first.task());
            assertThat(told.member("Queue")).isEqualTo("chat-backup");
            Agent alice = chat.agent(desk, 0).ready("chat");
            assertThat(alice.offered().task()).isEqualTo(first.task());
            assertThat(alice.offered().task()).isEqualTo(second.task());
        }
    }

    @Test
    void ofTwoThatBuildOnTheSameVersionOneIsRefused() throws Exception {
        long base = version();
        String text = text();
        assertThat(node.apply("base=" + base + "&who=anna&comment=one", text + "# one\n")
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> second = node.apply("base=" + base + "&who=ben", text + "# two\n");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).path("message").asText()).contains("version " + (base + 1) + " by anna");
        assertThat(text()).endsWith("# one\n");
        JsonNode last = json(node.get("/config/history")).path("versions").get(0);
        assertThat(last.path("who").asText()).isEqualTo("anna");
        assertThat(last.path("comment").asText()).isEqualTo("one");
        assertThat(Instant.parse(last.path("when").asText()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(json(node.get("/config?version=" + base)).path("text").asText())
                .isEqualTo(text);
    }

    @Test
    void mistakesAreToldWithLineAndRemedy() throws Exception {
        JsonNode refusal =
                apply(text().replace("defaultQueue: vacant-general", "defaultQueue: vacant-generel"), "", 422);

        assertThat(refusal.path("mistakes").get(0).path("line").asInt()).isGreaterThan(1);
        assertThat(refusal.path("mistakes").get(0).path("remedy").asText()).contains("vacant-general");
        assertThat(node.apply("", text()).statusCode()).isEqualTo(400);
        assertThat(apply(text(), "&moveTo=nowhere", 422).path("message").asText())
                .contains("nowhere");
    }

    @Test
    void passwordsAreNeverShownAndStayWhereTheyAreWithheld() throws Exception {
        try (Chat chat = node.chat()) {
            String at = "--node=" + node.address();
            assertThat(node.get("/config").body()).contains("(hash not shown)").doesNotContain("$2");
            assertThat(node.get("/config?version=1").body()).doesNotContain("$2");
            Path file = files.resolve("shown.yaml");
            Files.writeString(file, text());
            assertThat(RunningNode.command("config", "diff", at, file.toString()))
                    .isZero();
            apply(text() + "# shown and applied\n", "", 200);
            assertThat(node.get("/config").body()).doesNotContain("$2");

            chat.agent(chat.desk(), 0).login("chat");

            String stranger = "agents:\n  - {id: stranger, password: (hash not shown), mrds: {chat: {}}}\n";
            JsonNode mistake = apply(text().replace("agents:\n", stranger), "", 422)
                    .path("mistakes")
                    .get(0);
            assertThat(mistake.path("line").asInt()).isGreaterThan(1);
            assertThat(mistake.path("message").asText()).contains("none of stranger here");
            Files.writeString(file, text().replace("agents:\n", stranger));
            assertThat(RunningNode.command("config", "diff", at, file.toString()))
                    .isEqualTo(2);
        }
    }

    @Test
    void theCommandLineShowsComparesAndApplies() throws Exception {
        String at = "--node=" + node.address();
        Path file = files.resolve("routing.yaml");
        Files.writeString(file, text() + "# only a comment\n");
        assertThat(RunningNode.command("config", "diff", at, file.toString())).isZero();
        Files.writeString(file, text().replace("{id: vacant,", "{id: vacant, maxTasks: 7,"));
        assertThat(RunningNode.command("config", "diff", at, file.toString())).isEqualTo(1);
        long base = version();

        assertThat(RunningNode.command("config", "apply", at, "--comment=seven", file.toString()))
                .isZero();

        assertThat(version()).isEqualTo(base + 1);
        assertThat(inForce().path("who").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(RunningNode.command("config", "apply", at, "--base=" + base, file.toString()))
                .isEqualTo(1);
        assertThat(RunningNode.command("config", "show", at)).isZero();
        assertThat(RunningNode.command("config", "show", at, "--version=" + base))
                .isZero();
        assertThat(RunningNode.command("config", "history", at)).isZero();
        assertThat(RunningNode.command("config", "diff", at, "nowhere.yaml")).isEqualTo(2);
    }
}
