package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mediarouter.Seeded;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Login;
import org.mediarouter.message.Message;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskRecord;

/**
 * Random histories of everything that a Chat Server may do, with deliveries lost after the records have changed, and with the steps
 * of several messages mixed: nothing is lost, nothing done twice, nobody overloaded. {@code -Dhistories=N} runs more of them, {@code -Dseed=N} one.
 */
class RandomHistoryTest {
    static final int AGENTS = 8;
    private static final List<String> MRDS = List.of("chat", "voice", "email");

    @Test
    void noHistoryWithCrashesLosesDoublesOrOverloads() {
        play(150, history -> history.world.crashing = 0.1);
    }

    /** As several threads and nodes do, each in its line. What is told late is kept in order elsewhere ({@code TellingOrderIT}). */
    @Test
    void norDoesOneWithMessagesHandledAtTheSameTime() {
        play(75, history -> {
            history.world.crashing = 0.03;
            history.world.interleaving = 0.4;
            history.listening = false;
        });
    }

    private static void play(int unlessToldOtherwise, Consumer<History> circumstances) {
        Long only = Long.getLong("seed");
        int histories = only == null ? Integer.getInteger("histories", unlessToldOtherwise) : 1;
        long first = only == null ? new Random().nextInt(1_000_000) : only;
        for (long seed = first; seed < first + histories; seed++) {
            try {
                History history = new History(seed);
                circumstances.accept(history);
                history.play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + " (-Dseed=" + seed + "): " + e.getMessage(), e);
            }
        }
    }

    static Configuration configuration() {
        StringBuilder yaml = new StringBuilder("""
                attributes:
                  - {name: Skill, type: proficiency, default: 5}
                mediaRoutingDomains:
                  - {id: chat, maxTasks: 3, interruptible: true, onInterrupt: requeue, acceptWithin: 10s, wrapUp: required, wrapUpWithin: 20s, expiresAfter: 5m, unknownFor: 1m, defaultQueue: general}
                  - {id: voice, maxTasks: 1, acceptWithin: 5s, wrapUp: optional, wrapUpWithin: 20s, expiresAfter: 2m, unknownFor: 1m, defaultQueue: calls, transferMode: offer}
                  - {id: email, maxTasks: 2, interruptible: true, acceptWithin: 30s, wrapUp: none, expiresAfter: 10m, unknownFor: 1m, defaultQueue: mail}
                queues:
                  - {id: general, mrd: chat, steps: [{when: "Skill >= 7", timeout: 5s}, {when: "true"}]}
                  - {id: special, mrd: chat, priority: 3, selection: least-active, overflow: general, steps: [{when: "Skill >= 5", timeout: 20s}]}
                  - {id: calls, mrd: voice, selection: most-skilled, steps: [{when: "true"}]}
                  - {id: mail, mrd: email, steps: [{when: "true"}]}
                agents:
                """);
        for (int i = 0; i < AGENTS; i++) {
            yaml.append("  - {id: \"")
                    .append(1000 + i)
                    .append(
                            "\", name: A, mode: standalone, password: \"$2a$04$JsyXNxmSTdI5Lr23T/nPIezmDSBlBrAH4pKdWzhKG9xbYqGnQYPC6\",")
                    .append(" mrds: {chat: {maxTasks: ")
                    .append(1 + i % 3)
                    .append("}, voice: {}, email: {}}, attributes: {Skill: ")
                    .append(3 + i)
                    .append("}}\n");
        }
        Reading reading = ConfigurationReader.read("routing.yaml", yaml.toString());
        return ((Reading.Accepted) reading).configuration();
    }

    private static final class History {
        private final Random random;
        private final World world;
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Long> seen = new HashMap<>();
        private final Map<String, Integer> selections = new HashMap<>();
        private boolean listening = true;

        History(long seed) {
            random = Seeded.random(seed);
            world = new World(configuration(), seed);
            for (int i = 0; i < AGENTS; i++) {
                ids.add(String.valueOf(1000 + i));
            }
        }

        void play() {
            for (String id : ids) {
                world.send(new Connect(id, "p", null, null));
                for (String mrd : MRDS) {
                    if (random.nextInt(4) > 0) {
                        world.send(new Login(id, "p", mrd));
                        world.send(new AgentStateRequest(id, "READY", mrd, null, false));
                    }
                }
            }
            for (int i = 0; i < 300; i++) {
                act();
                if (random.nextInt(3) == 0) {
                    world.steps(random.nextInt(10));
                }
                if (random.nextInt(6) == 0) {
                    world.pass(Duration.ofMillis(random.nextInt(4000)));
                    listen();
                    world.assertConsistent();
                }
            }
            world.crashing = 0;
            world.pass(Duration.ofMinutes(1));
            listen();
            world.assertConsistent();
            finish();
        }

        /** Whoever works closes his tasks; what waits expires: then every task is closed. */
        private void finish() {
            for (int round = 0; round < 40 && !world.open().isEmpty(); round++) {
                for (TaskRecord task : world.open()) {
                    if (task.state().inConversation()) {
                        world.send(new TaskStateRequest(task.id(), "CLOSED", null, null, null));
                    }
                }
                world.pass(Duration.ofMinutes(1));
            }
            listen();
            assertThat(world.open()).isEmpty();
            world.assertConsistent();
            world.stores
                    .tasks
                    .all()
                    .forEach(task -> assertThat(selections.getOrDefault(task.id(), 0))
                            .as("offers told of %s", task)
                            .isEqualTo((int) task.history().stream()
                                    .filter(entry ->
                                            entry.offer() > 0 && entry.from() != entry.to() || entry.offer() > 0)
                                    .map(entry -> entry.offer())
                                    .distinct()
                                    .count()));
        }

        private String agent() {
            return ids.get(random.nextInt(ids.size()));
        }

        private String mrd() {
            return MRDS.get(random.nextInt(3));
        }

        private void act() {
            List<TaskRecord> open = world.open();
            TaskRecord task = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
            int what = random.nextInt(100);
            if (what < 25 || task == null) {
                world.send(new Task(
                        mrd(),
                        random.nextInt(4) == 0 ? "special" : null,
                        1 + random.nextInt(10),
                        Map.of(),
                        null,
                        null,
                        null,
                        null));
            } else if (what < 60) {
                ask(task);
            } else if (what < 68 && task.owner() != null) {
                world.send(new Transfer(task.id(), task.owner(), agent(), null, null, null));
            } else if (what < 71 && task.owner() != null) {
                world.send(new Transfer(task.id(), task.owner(), null, task.queue(), null, null));
            } else if (what < 78 && task.owner() != null) {
                world.send(new Conference(task.id(), task.owner(), agent(), null, null));
            } else if (what < 90) {
                String state = List.of("READY", "READY", "READY", "NOT_READY", "LOGOUT")
                        .get(random.nextInt(5));
                world.send(new AgentStateRequest(agent(), state, mrd(), null, random.nextInt(4) == 0));
            } else if (what < 97) {
                String id = agent();
                world.send(new Connect(id, "p", null, null));
                world.send(new Login(id, "p", mrd()));
            } else if (what == 97) {
                world.send(new ChatServerRestore(random.nextBoolean() ? List.of() : List.of(agent())));
            }
        }

        private void ask(TaskRecord task) {
            String who = task.offer() != null ? task.offer().agentId() : task.owner();
            if (random.nextInt(10) == 0) {
                who = agent();
            }
            String state = task.offer() != null && random.nextInt(5) > 0
                    ? List.of("ACTIVE", "ACTIVE", "ACTIVE", "REJECTED").get(random.nextInt(4))
                    : List.of("PAUSED", "ACTIVE", "WRAP_UP", "CLOSED", "CLOSED").get(random.nextInt(5));
            world.send(new TaskStateRequest(task.id(), state, random.nextInt(5) == 0 ? null : who, null, null));
        }

        /** What an agent hears of himself and of a task never goes back. */
        private void listen() {
            for (String id : ids) {
                for (Message message : world.received("Agent." + id)) {
                    if (message instanceof AgentState state) {
                        notOlder(id + "<" + state.agentId() + "/" + state.mrd(), state.version(), state);
                    } else if (message instanceof TaskState state) {
                        notOlder(id + "<" + state.taskId(), state.version(), state);
                    }
                }
            }
            for (Message message : world.received("Client.test")) {
                if (message instanceof TaskAgentSelected selected) {
                    selections.merge(selected.taskId(), 1, Integer::sum);
                } else if (message instanceof TaskState state) {
                    notOlder("client<" + state.taskId(), state.version(), state);
                }
            }
        }

        private void notOlder(String what, long version, Message message) {
            Long before = seen.put(what, version);
            if (listening) {
                assertThat(version).as("%s: %s", what, message).isGreaterThanOrEqualTo(before == null ? 0 : before);
            }
        }
    }
}
