package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mediarouter.blackbox.Told.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of the flow are edited while the node works. */
class RouteEditsIT {
    private static final String QUEUE = "chat-general";
    private static NodeFixture node;

    @BeforeAll
    static void start() throws Exception {
        node = new NodeFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
    }

    private static Path file(String name) {
        return node.routes().resolve(name + ".camel.yaml");
    }

    private static String health() throws IOException, InterruptedException {
        return node.get("/observe/health?data=true").body();
    }

    private static String revision() throws IOException, InterruptedException {
        return health().replaceAll("(?s).*\"routes.revision\" ?: ?\"([0-9a-f]+)\".*", "$1");
    }

    private static void becomes(boolean good, String before) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            if (good) {
                assertThat(revision()).isNotEqualTo(before);
                assertThat(health()).doesNotContain("routes.refused");
            } else {
                assertThat(revision()).isEqualTo(before);
                assertThat(health()).contains("routes.refused");
            }
        });
    }

    @Test
    void underLoadGoodOnesTakeEffectAndBadOnesDoNotAndNothingIsLostOrDoubled() throws Exception {
        String original = Files.readString(file("general"));
        try (Chat chat = node.chat();
                Flood flood = new Flood(node, "Client.edits", false)) {
            Inbox answers = chat.at("Client.edits");
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> load = CompletableFuture.supplyAsync(() -> {
                int sent = 0;
                try {
                    for (; !enough.get(); sent++) {
                        flood.send("Task", "edit-" + sent, json("Queue", QUEUE));
                        LockSupport.parkNanos(2_000_000);
                    }
                    return sent;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            String current = original;
            for (int edit = 0; edit < 20; edit++) {
                boolean good = edit % 2 == 0;
                String before = revision();
                String next = good
                        ? original.replace("- process: {ref: send}", step(edit) + "\n        - process: {ref: send}")
                        : bad(current, edit);
                assertThat(next).isNotEqualTo(current);
                Files.writeString(file("general"), next);
                becomes(good, before);
                current = good ? next : current;
            }
            enough.set(true);
            int sent = load.join();
            String before = revision();
            Files.writeString(file("general"), original);
            becomes(true, before);

            assertThat(sent).isGreaterThan(200);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(answers.all()).hasSizeGreaterThanOrEqualTo(sent));
            Map<String, Integer> count = new HashMap<>();
            answers.all().forEach(told -> count.merge(told.correlation(), 1, Integer::sum));
            assertThat(count).hasSize(sent);
            assertThat(count.values()).containsOnly(1);
            await().untilAsserted(() -> assertThat(chat.ask("GetQueueState", "Queue", QUEUE)
                            .body()
                            .path("Waiting")
                            .asInt())
                    .isEqualTo(sent));
            await().untilAsserted(() -> assertThat(node.get("/observe/metrics").body())
                    .contains("mediarouter_routes_revision{revision=\"" + revision() + "\""));
        }
    }

    private static String step(int edit) {
        return "- setProperty: {name: edit, constant: {expression: \"" + edit + "\"}}";
    }

    private static String bad(String good, int edit) {
        return switch (edit % 3) {
            case 0 -> good.replace("ref: send", "ref: snd");
            case 1 -> good.substring(0, good.length() / 2) + "\n  - : [";
            default -> good.replace("jms:queue:General", "jms:queue:General?concurrentConsumer=1");
        };
    }

    @Test
    void anIntegratorsRouteComesAndGoesWithItsFile() throws Exception {
        try (Operator operator = node.operator()) {
            String before = revision();
            Files.writeString(file("own"), """
                    - route:
                        id: own
                        from:
                          uri: timer:own
                          parameters: {period: 50}
                          steps:
                            - setBody: {constant: {expression: "{}"}}
                            - setHeader: {name: JMSType, constant: {expression: Tick}}
                            - to: jms:queue:Client.ticks
                    """);
            becomes(true, before);
            await().until(() -> operator.inQueue("Client.ticks").size() > 3);

            String with = revision();
            Files.delete(file("own"));
            becomes(true, with);

            assertThat(revision()).isEqualTo(before);
            int sent = operator.inQueue("Client.ticks").size();
            await().during(Duration.ofMillis(400))
                    .until(() -> operator.inQueue("Client.ticks").size() == sent);
        }
    }

    @Test
    void theRouteOfAQueueIsNotRemovedByAccident() throws Exception {
        Path gone = node.routes().resolve("general.camel.yaml.away");
        String before = revision();
        Files.move(file("general"), gone);
        try (Chat chat = node.chat()) {
            becomes(false, before);
            assertThat(health()).contains("General");
            assertThat(chat.ask("GetQueueState", "Queue", QUEUE).type()).isEqualTo("QueueState");
        } finally {
            Files.move(gone, file("general"));
        }
        await().untilAsserted(() -> assertThat(health()).doesNotContain("routes.refused"));
        assertThat(revision()).isEqualTo(before);
    }
}
