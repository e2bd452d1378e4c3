package org.mediarouter.task;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mediarouter.Seeded;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.Terms;
import org.mediarouter.task.TaskOperation.WrapUp;

/** Whatever happens to a task, what {@link TaskStory} looks at after each operation holds. */
class RandomTaskTest {
    private static final List<String> AGENTS = List.of("anna", "ben", "cara", "dora", "emil");
    private static final List<String> REASONS =
            List.of(Reason.RONA, Reason.AGENT_LOGOUT, Reason.RESTORE, Reason.INTERRUPTED);
    private static final Instant SOON = TaskStory.START.plusSeconds(30);
    private static final int STORIES = 2000;
    private static final int OPERATIONS = 60;

    @Test
    void theInvariantsHoldWhateverHappens() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RandomTaskTest: -Dseed=" + seed);
        Map<TaskStateName, Set<TaskStateName>> seen = new EnumMap<>(TaskStateName.class);
        for (int i = 0; i < STORIES; i++) {
            Random random = Seeded.random(seed + i);
            TaskStory task = TaskStory.queued();
            List<TaskOperation> past = new ArrayList<>();
            try {
                for (int j = 0; j < OPERATIONS && task.record().state() != TaskStateName.CLOSED; j++) {
                    TaskStateName from = task.record().state();
                    TaskOperation operation = any(task, random);
                    past.add(operation);
                    task.after(Duration.ofSeconds(random.nextInt(20))).does(operation);
                    seen.computeIfAbsent(from, state -> EnumSet.noneOf(TaskStateName.class))
                            .add(task.record().state());
                }
            } catch (AssertionError | RuntimeException e) {
                fail("-Dseed=" + (seed + i) + " after " + past, e);
            }
        }
        for (TaskStateName from : EnumSet.complementOf(EnumSet.of(TaskStateName.CLOSED))) {
            assertThat(seen.get(from)).as("all of the table was tried").containsAll(TaskTable.mayBecome(from));
        }
    }

    @Test
    void everyOperationIsHandled() {
        List<TaskOperation> all = one(TaskStory.queued().record());
        assertThat(Arrays.stream(TaskOperation.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(one -> one.getClass().getSimpleName()).toList());
        for (TaskOperation operation : all) {
            for (TaskStateName state : TaskStateName.values()) {
                assertThat(TaskMachine.apply("t-1", TaskTableTest.in(state).record(), operation, SOON))
                        .isNotNull();
            }
        }
    }

    private static List<TaskOperation> one(TaskRecord task) {
        Terms terms = new Terms(WrapUp.OPTIONAL, Duration.ofSeconds(1), Duration.ofSeconds(1));
        return List.of(
                new TaskOperation.Create("chat", "sales", task.request()),
                new TaskOperation.MoveCreator(Destination.CHAT_SERVER),
                new TaskOperation.MakeOffer("anna", 1, SOON),
                new TaskOperation.WithdrawOffer("anna", 1, Reason.RONA),
                new TaskOperation.Ask(Asked.ACTIVE, "anna", null, 1, terms),
                new TaskOperation.Join("anna", "ben", 4),
                new TaskOperation.Transfer("anna", "ben"),
                new TaskOperation.Swap("anna", "ben"),
                new TaskOperation.OfferTransfer("anna", "ben", SOON, new Offer.Pending("c", null)),
                new TaskOperation.TransferToQueue("anna", "sales"),
                new TaskOperation.Leave("anna", Reason.AGENT_LOGOUT),
                new TaskOperation.EndWrapUp(),
                new TaskOperation.Expire(),
                new TaskOperation.Overflow("backup"),
                new TaskOperation.Move("sales", "backup"),
                new TaskOperation.ByCommand(new TaskOperation.Expire()));
    }

    private static TaskOperation any(TaskStory task, Random random) {
        TaskRecord record = task.record();
        String agent = AGENTS.get(random.nextInt(AGENTS.size()));
        String owner = record.owner() == null || random.nextInt(5) == 0 ? agent : requireNonNull(record.owner());
        String other = AGENTS.get(random.nextInt(AGENTS.size()));
        String reason = REASONS.get(random.nextInt(REASONS.size()));
        return switch (random.nextInt(24)) {
            case 0, 1, 2 ->
                new TaskOperation.MakeOffer(
                        agent, record.offers() + 1, task.now().plusSeconds(30));
            case 3 ->
                new TaskOperation.WithdrawOffer(
                        record.offer() == null ? agent : record.offer().agentId(), record.offers(), reason);
            case 4 -> new TaskOperation.Join(owner, other, 3);
            case 5 -> new TaskOperation.Transfer(owner, other);
            case 6 -> new TaskOperation.Swap(owner, other);
            case 7, 8 ->
                new TaskOperation.OfferTransfer(owner, other, task.now().plusSeconds(30), new Offer.Pending("c", null));
            case 9 -> new TaskOperation.TransferToQueue(owner, "q" + random.nextInt(2));
            case 10 -> new TaskOperation.Leave(agent, Reason.AGENT_LOGOUT);
            case 11 -> new TaskOperation.EndWrapUp();
            case 12 -> new TaskOperation.Expire();
            case 13 -> new TaskOperation.Overflow("backup");
            case 14 -> new TaskOperation.MoveCreator(Destination.queue("Client." + random.nextInt(3)));
            case 15 -> new TaskOperation.ByCommand(ask(record, random));
            default -> ask(record, random);
        };
    }

    private static TaskOperation ask(TaskRecord record, Random random) {
        List<Asked> often = List.of(
                Asked.ACTIVE,
                Asked.ACTIVE,
                Asked.ACTIVE,
                Asked.REJECTED,
                Asked.PAUSED,
                Asked.PAUSED,
                Asked.WRAP_UP,
                Asked.CLOSED);
        @Nullable
        String agent = switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> AGENTS.get(random.nextInt(AGENTS.size()));
            case 2 -> record.owner();
            default -> record.offer() == null ? record.owner() : record.offer().agentId();
        };
        @Nullable String reason = random.nextInt(8) == 0 ? Reason.CANCELLED : random.nextBoolean() ? "OTHER" : null;
        @Nullable
        Integer offer = random.nextInt(3) == 0 ? Integer.valueOf(1 + random.nextInt(record.offers() + 1)) : null;
        return new TaskOperation.Ask(
                often.get(random.nextInt(often.size())),
                agent,
                reason,
                offer,
                new Terms(
                        WrapUp.values()[random.nextInt(3)],
                        Duration.ofSeconds(random.nextInt(30)),
                        Duration.ofSeconds(30)));
    }
}
