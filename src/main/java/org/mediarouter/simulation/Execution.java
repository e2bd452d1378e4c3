package org.mediarouter.simulation;

import org.mediarouter.routing.Decision;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.statistics.StatisticsEvent;

/** Carries out what a router decides. */
final class Execution {
    private final Centre centre;
    private final People people;

    Execution(Centre centre, People people) {
        this.centre = centre;
        this.people = people;
    }

    void carryOut(Decision decision, Domain domain) {
        if (decision instanceof Decision.Offer offer) {
            offer(centre.job(offer.taskId()), offer, domain);
        } else if (decision instanceof Decision.OfferExpired expired) {
            people.miss(centre.job(expired.taskId()));
        } else if (decision instanceof Decision.WrapUpExpired expired) {
            people.end(centre.job(expired.taskId()));
        } else if (decision instanceof Decision.TaskExpired expired) {
            centre.abandon(centre.job(expired.taskId()));
        } else if (decision instanceof Decision.Overflow overflow) {
            overflow(centre.job(overflow.taskId()), overflow.toQueue(), domain);
        } else {
            throw new IllegalStateException("not foreseen: " + decision);
        }
    }

    private void offer(Job job, Decision.Offer offer, Domain domain) {
        Post post = centre.worker(offer.agentId()).in(domain);
        centre.waitingIn(job.queue)[0]--;
        job.state = Job.State.OFFERED;
        job.post = post;
        job.offers = offer.offerNumber();
        post.jobs.add(job);
        post.change(1, 0, 0);
        post.availableSince(centre.now);
        centre.tell(new StatisticsEvent.Offered(centre.now, job.id, offer.agentId()));
        centre.plan(centre.now + job.customer.answer(), Occurrence.Kind.ANSWER, job, null, job.offers);
        domain.show(new RoutingEvent.TaskOffered(job.id, offer.agentId(), job.offers, offer.acceptBefore()));
        centre.show(post);
    }

    private void overflow(Job job, String to, Domain domain) {
        centre.waitingIn(job.queue)[0]--;
        centre.waitingIn(to)[0]++;
        job.queue = to;
        job.enteredAt = centre.now;
        centre.tell(new StatisticsEvent.Entered(centre.now, job.id, domain.mrd.id(), to, null));
        centre.show(job);
    }
}
