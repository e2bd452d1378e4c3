package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mediarouter.routing.model.PrecisionQueue;

/** What routing promises, checked against the records after every event. */
final class Promises {

    private Promises() {}

    /**
     * @param late whether deadlines had passed before the event: what was right at their time need not be right after
     *     it
     */
    static void check(RandomHistory history, ReferenceRouter reference, List<Decision> decisions, boolean late) {
        Set<String> offered = new HashSet<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Offer offer) {
                assertThat(offered.add(offer.taskId())).as("one owner (R2)").isTrue();
                if (!late) {
                    onlyToWhomStateCapacityAndStepAllow(history, reference, offer);
                    inOrder(history, reference, offer);
                }
            }
        }
        nothingWaitsInVain(history, reference);
    }

    private static void onlyToWhomStateCapacityAndStepAllow(
            RandomHistory history, ReferenceRouter reference, Decision.Offer offer) {
        ReferenceRouter.Agent agent = reference.agents.get(offer.agentId());
        ReferenceRouter.Task task = reference.tasks.get(offer.taskId());
        assertThat(agent.seen.mayTake()).as("state allows it (R1)").isTrue();
        assertThat(agent.held).as("capacity (R2)").isLessThanOrEqualTo(agent.seen.capacity());
        assertThat(offer.step()).as("step reached (R1)").isLessThanOrEqualTo(task.step);
        assertThat(reference.firstStep(offer.agentId(), task, task.step)).isEqualTo(offer.step());
        PrecisionQueue queue = reference.queue(task);
        if (queue.steps().stream().noneMatch(step -> step.skipIf() != null)) {
            long reached = task.seen.enteredAt();
            for (int i = 0; i < offer.step(); i++) {
                reached += queue.steps().get(i).timeout().toMillis();
            }
            assertThat(reached).as("its agents not before the timeouts (R6)").isLessThanOrEqualTo(history.now);
        }
    }

    private static void inOrder(RandomHistory history, ReferenceRouter reference, Decision.Offer offer) {
        ReferenceRouter.Task task = reference.tasks.get(offer.taskId());
        ReferenceRouter.Agent agent = reference.agents.get(offer.agentId());
        int held = agent.held;
        agent.held = 0;
        for (ReferenceRouter.Task other : reference.waiting()) {
            if (reference.queue(other) != null && reference.order(history.now).compare(other, task) < 0) {
                assertThat(reference.mayTake(offer.agentId(), other, history.now))
                        .as("%s passed over for %s (R4)", other.id, task.id)
                        .isFalse();
            }
        }
        agent.held = held;
    }

    private static void nothingWaitsInVain(RandomHistory history, ReferenceRouter reference) {
        for (ReferenceRouter.Task task : reference.waiting()) {
            for (String agent : reference.agents.keySet()) {
                assertThat(reference.mayTake(agent, task, history.now))
                        .as("%s waits, %s is free (R3)", task.id, agent)
                        .isFalse();
            }
        }
    }
}
