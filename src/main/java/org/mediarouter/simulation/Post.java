package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.List;
import org.mediarouter.agent.StateRule;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.routing.RoutingEvent;

/** An agent in one MRD: the facts, and the state that the live system's own rule makes of them. */
final class Post {
    final Worker worker;
    final Domain domain;
    final int capacity;
    /** Offers and tasks that he holds. */
    final List<Job> jobs = new ArrayList<>(1);

    boolean loggedIn;
    boolean ready;
    boolean interrupted;
    private int offers;
    private int conversations;
    private int wrapUps;
    private AgentStateName state = AgentStateName.LOGOUT;
    private long availableSince;

    Post(Worker worker, Domain domain, int capacity) {
        this.worker = worker;
        this.domain = domain;
        this.capacity = capacity;
    }

    void change(int offersMore, int conversationsMore, int wrapUpsMore) {
        offers += offersMore;
        conversations += conversationsMore;
        wrapUps += wrapUpsMore;
    }

    /** He no longer has it. */
    void release(Job job, int offersMore, int conversationsMore, int wrapUpsMore) {
        jobs.remove(job);
        change(offersMore, conversationsMore, wrapUpsMore);
    }

    void availableSince(long time) {
        availableSince = time;
    }

    boolean working() {
        return conversations + wrapUps > 0;
    }

    /** As the router sees it, after something has changed. */
    RoutingEvent.AgentSeen seen(long now) {
        AgentStateName next = StateRule.state(
                new StateRule.Facts(loggedIn, false, interrupted, ready, offers, wrapUps, conversations, capacity));
        if (next == AgentStateName.READY && state != AgentStateName.READY) {
            availableSince = now;
        }
        state = next;
        return new RoutingEvent.AgentSeen(
                worker.id,
                loggedIn,
                loggedIn && ready && !interrupted,
                open(),
                offers + conversations + wrapUps,
                capacity,
                availableSince,
                0);
    }

    /** Whether his state, and his work in other MRDs, allow one more task. */
    private boolean open() {
        return state.mayTakeTask() && (domain.mrd.concurrent() || !worker.worksOutside(this));
    }
}
