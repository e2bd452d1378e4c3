package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.chatserver.Holding.Deed;
import org.mediarouter.chatserver.Holding.Step;

/** What an agent means to do with a task that has become his. */
final class Planner {
    private final Behaviour behaviour;
    private final Dice dice;
    private final RandomGenerator random;

    Planner(Behaviour behaviour, Dice dice, RandomGenerator random) {
        this.behaviour = behaviour;
        this.dice = dice;
        this.random = random;
    }

    /** From acceptance to the end, with at most one thing out of the ordinary in the middle. */
    List<Step> whole(@Nullable Arrival customer) {
        Duration handling = handling(customer);
        Duration first = handling.dividedBy(2);
        Duration second = handling.minus(first);
        List<Step> steps = new ArrayList<>();
        if (dice.pause.comesUp()) {
            steps.add(new Step(first, Deed.PAUSE));
            steps.add(new Step(behaviour.pause().draw(random), Deed.RESUME));
        } else if (dice.confer.comesUp()) {
            steps.add(new Step(first, Deed.CONFER));
        } else if (dice.transfer.comesUp()) {
            steps.add(new Step(first, Deed.TRANSFER));
        } else if (dice.requeue.comesUp()) {
            steps.add(new Step(first, Deed.REQUEUE));
        } else {
            second = handling;
        }
        end(steps, second, customer);
        return steps;
    }

    /** For a task that comes from a colleague: the second half. */
    List<Step> rest(@Nullable Arrival customer) {
        List<Step> steps = new ArrayList<>();
        end(steps, handling(customer).dividedBy(2), customer);
        return steps;
    }

    /** Where the MRD demands after-work before the end. */
    List<Step> afterWork(@Nullable Arrival customer) {
        return List.of(new Step(wrapUp(customer), Deed.CLOSE));
    }

    /** As a colleague in a conference. */
    List<Step> conference() {
        return List.of(new Step(behaviour.inConference().draw(random), Deed.CLOSE));
    }

    private void end(List<Step> steps, Duration after, @Nullable Arrival customer) {
        boolean asTheDataSay = customer != null && customer.afterWork() != null;
        if (dice.wrapUp.comesUp() || asTheDataSay) {
            steps.add(new Step(after, Deed.WRAP_UP));
            steps.add(new Step(wrapUp(customer), Deed.CLOSE));
        } else {
            steps.add(new Step(after, Deed.CLOSE));
        }
    }

    private Duration handling(@Nullable Arrival customer) {
        Duration told = customer == null ? null : customer.handling();
        return told == null ? behaviour.handling().draw(random) : told;
    }

    private Duration wrapUp(@Nullable Arrival customer) {
        Duration told = customer == null ? null : customer.afterWork();
        return told == null ? behaviour.wrapUp().draw(random) : told;
    }
}
