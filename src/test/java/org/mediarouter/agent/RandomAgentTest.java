package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.mediarouter.agent.AgentStory.CALL;
import static org.mediarouter.agent.AgentStory.CHAT;
import static org.mediarouter.agent.AgentStory.CONNECTED_FOR;
import static org.mediarouter.agent.AgentStory.MAIL;
import static org.mediarouter.agent.AgentStory.held;
import static org.mediarouter.agent.AgentStory.plain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mediarouter.Seeded;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;
import org.mediarouter.message.TaskStateName;

/** Whatever happens to an agent, what {@link AgentStory} looks at after each operation holds. */
class RandomAgentTest {
    private static final List<String> MRDS = List.of(CALL, CHAT, MAIL);
    private static final int STORIES = 300;
    private static final int OPERATIONS = 200;

    @Test
    void theInvariantsHoldWhateverHappens() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RandomAgentTest: -Dseed=" + seed);
        for (int i = 0; i < STORIES; i++) {
            Random random = Seeded.random(seed + i);
            AgentStory agent = AgentStory.connected();
            List<AgentOperation> past = new ArrayList<>();
            try {
                for (int j = 0; j < OPERATIONS; j++) {
                    AgentOperation operation = any(agent.record(), random);
                    past.add(operation);
                    agent.does(operation).givesUpDisplaced();
                }
            } catch (AssertionError | RuntimeException e) {
                fail("-Dseed=" + (seed + i) + " after " + past, e);
            }
        }
    }

    @Test
    void theSameOperationsMakeTheSameRecord() {
        long seed = new Random().nextLong();
        System.out.println("RandomAgentTest.same: " + seed);
        AgentRecord first = run(new Random(seed));
        assertThat(run(new Random(seed))).isEqualTo(first);
    }

    /** One of each operation. */
    static List<AgentOperation> one() {
        return List.of(
                new AgentOperation.Connect(Destination.ofAgent("1001"), Mode.STANDALONE),
                new AgentOperation.Login(CHAT, plain(1), CONNECTED_FOR),
                new AgentOperation.AskReadiness(CHAT, true, null),
                new AgentOperation.Logout(CHAT, false, null),
                new AgentOperation.EndUnsureness(CHAT),
                new AgentOperation.Hold(CHAT, "t", TaskStateName.RESERVED, 1),
                new AgentOperation.Pass(CHAT, "t", TaskStateName.ACTIVE),
                new AgentOperation.Release(CHAT, held("t")),
                new AgentOperation.Rona(CHAT, held("t")),
                new AgentOperation.Doubt(),
                new AgentOperation.Follow("voice", plain(1), said(new Random(1))),
                new AgentOperation.ChangeTerms(CHAT, plain(2)),
                new AgentOperation.ByCommand(new AgentOperation.Doubt()));
    }

    private static AgentRecord run(Random random) {
        AgentStory agent = AgentStory.connected();
        for (int i = 0; i < OPERATIONS; i++) {
            agent.does(any(agent.record(), random)).givesUpDisplaced();
        }
        return agent.record();
    }

    private static AgentOperation any(AgentRecord agent, Random random) {
        String mrd = MRDS.get(random.nextInt(MRDS.size()));
        String task = mrd + "-" + random.nextInt(8);
        return switch (random.nextInt(26)) {
            case 0 -> new AgentOperation.Connect(Destination.queue("Client." + random.nextInt(2)), Mode.STANDALONE);
            case 1, 2, 3 -> new AgentOperation.Login(mrd, terms(mrd, random), CONNECTED_FOR);
            case 4, 5, 6, 7 -> new AgentOperation.AskReadiness(mrd, true, null);
            case 8, 9 ->
                new AgentOperation.AskReadiness(mrd, false, random.nextBoolean() ? null : "R" + random.nextInt(2));
            case 10 -> new AgentOperation.Logout(mrd, random.nextInt(4) == 0, "BYE");
            case 11 -> random.nextInt(4) == 0 ? new AgentOperation.Doubt() : new AgentOperation.EndUnsureness(mrd);
            case 12, 13, 14, 15 -> new AgentOperation.Hold(mrd, task, TaskStateName.RESERVED, 1);
            case 16 -> new AgentOperation.Hold(mrd, task, TaskStateName.ACTIVE, 0);
            case 17 -> new AgentOperation.ChangeTerms(mrd, terms(mrd, random));
            case 18 -> new AgentOperation.Rona(mrd, held(offers(agent, mrd).toArray(String[]::new)));
            case 19 -> new AgentOperation.ByCommand(new AgentOperation.AskReadiness(mrd, random.nextBoolean(), null));
            case 20, 21 -> pass(agent, mrd, random);
            case 22, 23 -> new AgentOperation.Follow("voice", plain(1), said(random));
            default -> new AgentOperation.Release(mrd, held(task, mrd + "-" + random.nextInt(8)));
        };
    }

    /** What a contact centre may say of a medium of its own, in any order. */
    private static OutsideState said(Random random) {
        boolean loggedIn = random.nextInt(8) > 0;
        TaskStateName call = List.of(
                        TaskStateName.RESERVED, TaskStateName.ACTIVE, TaskStateName.PAUSED, TaskStateName.WRAP_UP)
                .get(random.nextInt(4));
        return new OutsideState(
                loggedIn,
                random.nextInt(8) == 0,
                random.nextBoolean(),
                random.nextBoolean() ? null : "7",
                loggedIn && random.nextBoolean() ? call : null,
                Instant.EPOCH.plusSeconds(random.nextInt(1000)),
                random.nextInt(3) == 0);
    }

    private static Terms terms(String mrd, Random random) {
        return new Terms(
                1 + random.nextInt(4),
                mrd.equals(MAIL),
                random.nextBoolean(),
                random.nextBoolean(),
                Duration.ofSeconds(random.nextInt(20)));
    }

    private static List<String> offers(AgentRecord agent, String mrd) {
        MrdState state = agent.in(mrd);
        return state == null
                ? List.of()
                : state.held().entrySet().stream()
                        .filter(held -> !held.getValue().accepted())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** A task held goes on as tasks do: an offer is accepted, a conversation paused or wrapped up. */
    private static AgentOperation pass(AgentRecord agent, String mrd, Random random) {
        MrdState state = agent.in(mrd);
        if (state == null || state.held().isEmpty()) {
            return new AgentOperation.Pass(mrd, "none", TaskStateName.ACTIVE);
        }
        List<String> tasks = List.copyOf(state.held().keySet());
        String task = tasks.get(random.nextInt(tasks.size()));
        Held held = state.held().get(task);
        boolean ring = held != null && !held.accepted();
        TaskStateName to = ring
                ? TaskStateName.ACTIVE
                : List.of(TaskStateName.ACTIVE, TaskStateName.PAUSED, TaskStateName.WRAP_UP)
                        .get(random.nextInt(3));
        return new AgentOperation.Pass(mrd, task, to);
    }
}
