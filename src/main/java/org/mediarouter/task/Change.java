package org.mediarouter.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskResult.Handover;
import org.mediarouter.task.TaskResult.HoldChange;

/** Puts together what an operation came to. */
final class Change {
    private Change() {}

    static TaskOutcome none(TaskRecord record) {
        return new TaskOutcome(record, result(record, null, false, List.of(), List.of(), null));
    }

    /** Nothing to tell, though the record has changed. */
    static TaskOutcome quiet(TaskRecord record) {
        return none(record);
    }

    static TaskOutcome refused(TaskRecord record, ErrorCode code, String message) {
        return new TaskOutcome(record, result(record, Refusal.of(code, message), false, List.of(), List.of(), null));
    }

    /**
     * Told to everyone concerned before or after. Who is gone is released, who stays passes into the task's state. A
     * transfer's offer that is gone was not accepted.
     */
    static TaskOutcome told(TaskRecord before, TaskRecord after) {
        Offer offer = before.offer();
        String owner = before.owner();
        return told(
                before,
                after,
                offer == null || offer.transfer() == null || after.offer() != null || owner == null
                        ? null
                        : new Handover(owner, offer.agentId(), false, offer.transfer()));
    }

    static TaskOutcome told(TaskRecord before, TaskRecord after, @Nullable Handover handover) {
        Set<String> audience = new LinkedHashSet<>(before.concerned());
        audience.addAll(after.concerned());
        List<HoldChange> holds = new ArrayList<>();
        Set<String> staying = after.concerned();
        for (String agent : audience) {
            if (!staying.contains(agent)) {
                holds.add(new HoldChange(agent, null));
            } else if (after.agents().contains(agent)) {
                holds.add(new HoldChange(agent, after.state()));
            }
        }
        return new TaskOutcome(after, result(after, null, true, holds, List.copyOf(audience), handover));
    }

    private static TaskResult result(
            TaskRecord record,
            @Nullable Refusal refusal,
            boolean changed,
            List<HoldChange> holds,
            List<String> audience,
            @Nullable Handover handover) {
        return new TaskResult(
                refusal,
                changed,
                record.told(),
                holds,
                audience,
                record.request().creator(),
                record.request().correlation(),
                handover);
    }

    static String cannot(TaskStateName state, String what) {
        return "A task that is " + state + " can't be " + what + ".";
    }
}
