package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.Held;
import org.mediarouter.agent.MrdState;
import org.mediarouter.assignment.Assignment.Expired;
import org.mediarouter.routing.Decision;

/** The router's decisions as steps to carry out. */
final class Planning {
    private Planning() {}

    static List<Plan.Step> steps(String mrd, List<Decision> decisions, AgentStore agents) {
        List<Plan.Step> steps = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Offer offer) {
                steps.add(
                        new Plan.MakeOffer(offer.taskId(), offer.agentId(), offer.offerNumber(), offer.acceptBefore()));
            } else if (decision instanceof Decision.OfferExpired expired) {
                // An agent who lets one ring loses all offers at once: that is one step.
                if (silent.add(expired.agentId())) {
                    steps.add(rona(mrd, expired, agents));
                }
            } else if (decision instanceof Decision.WrapUpExpired wrapUp) {
                steps.add(new Plan.EndWrapUp(wrapUp.taskId()));
            } else if (decision instanceof Decision.TaskExpired task) {
                steps.add(new Plan.Expire(task.taskId()));
            } else if (decision instanceof Decision.UnsurenessExpired agent) {
                steps.add(new Plan.EndUnsureness(agent.agentId()));
            } else if (decision instanceof Decision.Overflow overflow) {
                steps.add(new Plan.Overflow(overflow.taskId(), overflow.toQueue()));
            }
        }
        return steps;
    }

    private static Plan.Step rona(String mrd, Decision.OfferExpired expired, AgentStore agents) {
        List<Expired> offers = new ArrayList<>();
        offers.add(new Expired(expired.taskId(), expired.offer()));
        MrdState state = agents.get(expired.agentId()).in(mrd);
        if (state != null) {
            for (Map.Entry<String, Held> held : state.held().entrySet()) {
                if (!held.getValue().accepted() && !held.getKey().equals(expired.taskId())) {
                    offers.add(new Expired(held.getKey(), held.getValue().offer()));
                }
            }
        }
        return new Plan.Rona(expired.agentId(), offers);
    }
}
