package org.mediarouter.simulation;

import java.util.List;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.WrapUp;
import org.mediarouter.routing.statistics.StatisticsEvent;

/** What agents and customers do. */
final class People {
    private final Centre centre;

    People(Centre centre) {
        this.centre = centre;
    }

    /** Something that was planned happens, unless things have changed. */
    void act(Occurrence what) {
        Job job = what.job();
        Worker worker = what.worker();
        if (worker != null) {
            switch (what.kind()) {
                case COME -> come(worker);
                case GO -> go(worker);
                case RETURN -> returned(worker);
                case ANSWER, LEAVE, DONE, WRAPPED_UP -> throw new IllegalStateException("no task in " + what);
            }
        } else if (job != null) {
            switch (what.kind()) {
                case ANSWER -> answer(job, what.turn());
                case LEAVE -> leave(job);
                case DONE -> done(job, what.turn());
                case WRAPPED_UP -> {
                    if (job.state == Job.State.WRAPPING_UP) {
                        end(job);
                    }
                }
                case COME, GO, RETURN -> throw new IllegalStateException("no agent in " + what);
            }
        }
    }

    // --- with a task

    private void answer(Job job, int offer) {
        if (job.state != Job.State.OFFERED || job.offers != offer) {
            return;
        }
        Post post = job.held();
        post.change(-1, 1, 0);
        job.state = Job.State.WORKED;
        job.acceptedAt = centre.now;
        job.conversation++;
        centre.tell(new StatisticsEvent.Answered(centre.now, job.id, post.worker.id));
        centre.plan(centre.now + job.customer.handling(), Occurrence.Kind.DONE, job, null, job.conversation);
        job.domain.show(new RoutingEvent.TaskWorked(job.id));
        centre.show(post);
        settle(post);
    }

    private void leave(Job job) {
        if (job.state == Job.State.OFFERED) {
            withdraw(job);
        }
        if (job.state == Job.State.WAITING) {
            centre.abandon(job);
        }
    }

    private void done(Job job, int conversation) {
        if (job.state != Job.State.WORKED || job.conversation != conversation) {
            return;
        }
        if (job.customer.wrapUp() == 0 || job.domain.mrd.wrapUp() == WrapUp.NONE) {
            end(job);
            return;
        }
        Post post = job.held();
        post.change(0, -1, 1);
        job.state = Job.State.WRAPPING_UP;
        centre.tell(new StatisticsEvent.WrapUpBegun(centre.now, job.id));
        centre.plan(centre.now + job.customer.wrapUp(), Occurrence.Kind.WRAPPED_UP, job, null, 0);
        long within = job.domain.mrd.wrapUpWithin().toMillis();
        job.domain.show(new RoutingEvent.TaskWrappingUp(job.id, centre.now + within));
        centre.show(post);
    }

    /** The agent is done with it. */
    void end(Job job) {
        Post post = job.held();
        boolean wrapUp = job.state == Job.State.WRAPPING_UP;
        post.release(job, 0, wrapUp ? 0 : -1, wrapUp ? -1 : 0);
        post.availableSince(centre.now);
        job.state = Job.State.ENDED;
        centre.jobs.remove(job.id);
        centre.tell(new StatisticsEvent.Ended(centre.now, job.id));
        job.domain.show(new RoutingEvent.TaskEnded(
                job.id, new RoutingEvent.Handled(job.queue, post.worker.id, centre.now - job.acceptedAt)));
        logoutIfDone(post);
        centre.show(post);
        settle(post);
    }

    /** The agent no longer has the offer; the task waits. */
    private void withdraw(Job job) {
        Post post = job.held();
        post.release(job, -1, 0, 0);
        centre.putBack(job);
        centre.tell(new StatisticsEvent.OfferEnded(centre.now, job.id, post.worker.id, StatisticsEvent.Why.WITHDRAWN));
        logoutIfDone(post);
        centre.show(post);
    }

    /** The offer was not answered in time: its agent is not ready for a while. */
    void miss(Job job) {
        Post post = job.held();
        post.release(job, -1, 0, 0);
        centre.putBack(job);
        post.ready = false;
        centre.tell(new StatisticsEvent.OfferEnded(centre.now, job.id, post.worker.id, StatisticsEvent.Why.RONA));
        centre.tell(new StatisticsEvent.NotReady(centre.now, post.worker.id, post.domain.mrd.id()));
        long back = centre.now + Simulation.AWAY_AFTER_RONA.toMillis();
        centre.plan(back, Occurrence.Kind.RETURN, null, post.worker, 0);
        centre.show(job);
        logoutIfDone(post);
        centre.show(post);
    }

    // --- coming and going

    private void come(Worker worker) {
        worker.onDuty = true;
        for (Post post : worker.posts) {
            post.loggedIn = true;
            centre.tell(new StatisticsEvent.LoggedIn(centre.now, worker.id, post.domain.mrd.id()));
            becomeReady(post);
        }
    }

    private void becomeReady(Post post) {
        post.ready = true;
        centre.tell(new StatisticsEvent.Ready(centre.now, post.worker.id, post.domain.mrd.id()));
        centre.show(post);
    }

    private void go(Worker worker) {
        worker.onDuty = false;
        for (Post post : worker.posts) {
            post.ready = false;
            centre.tell(new StatisticsEvent.NotReady(centre.now, worker.id, post.domain.mrd.id()));
            logoutIfDone(post);
            centre.show(post);
        }
    }

    private void returned(Worker worker) {
        for (Post post : worker.posts) {
            if (worker.onDuty && !post.ready) {
                becomeReady(post);
            }
        }
    }

    private void logoutIfDone(Post post) {
        if (!post.worker.onDuty && post.loggedIn && post.jobs.isEmpty()) {
            post.loggedIn = false;
            centre.tell(new StatisticsEvent.LoggedOut(centre.now, post.worker.id, post.domain.mrd.id()));
        }
    }

    // --- in other MRDs

    /** Work in one MRD may interrupt, or hinder, that in others. */
    private void settle(Post changed) {
        for (Post post : changed.worker.posts) {
            if (post != changed) {
                boolean interrupted =
                        post.loggedIn && post.domain.mrd.interruptible() && post.worker.worksOutside(post);
                if (interrupted && !post.interrupted) {
                    displace(post);
                }
                post.interrupted = interrupted;
                centre.show(post);
            }
        }
    }

    /** The offers go back, and with {@code onInterrupt: requeue} the conversations too. */
    private void displace(Post post) {
        for (Job job : List.copyOf(post.jobs)) {
            if (job.state == Job.State.OFFERED) {
                withdraw(job);
            } else if (job.state == Job.State.WORKED && post.domain.mrd.onInterrupt() == OnInterrupt.REQUEUE) {
                post.release(job, 0, -1, 0);
                centre.putBack(job);
                String mrd = post.domain.mrd.id();
                centre.tell(new StatisticsEvent.Left(centre.now, job.id, post.worker.id, null));
                centre.tell(new StatisticsEvent.Entered(centre.now, job.id, mrd, job.queue, null));
            } else {
                continue;
            }
            job.enteredAt = centre.now;
            centre.show(job);
        }
    }
}
