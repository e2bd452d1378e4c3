package org.mediarouter.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.statistics.StatisticsEvent;

/**
 * One run of a contact centre in simulated time. {@link MrdRouter} decides, one for each MRD, shown agents and tasks as the
 * live engine shows them; what is here surrounds it: customers who come and leave, agents who answer, talk and wrap up. The
 * same customers and shifts give the same events.
 *
 * <pre>{@code
 * Statistics statistics = new Statistics(Statistics.QUARTER_HOUR, queue -> Duration.ofSeconds(20));
 * Simulation simulation = new Simulation(configuration, customers, shifts, statistics::on);
 * simulation.run(to);
 * }</pre>
 *
 * <p>Conversations of one agent don't slow each other down. One that is put back into its queue, because a call came first,
 * begins anew. Who doesn't answer in time is NOT_READY for half a minute.
 */
public final class Simulation {
    static final Duration AWAY_AFTER_RONA = Duration.ofSeconds(30);

    private final Centre centre;
    private final People people;
    private final Execution execution;
    private final List<Domain> domains;
    private final Customers customers;
    private final Map<String, Long> turnedAway = new TreeMap<>();
    private @Nullable Customer next;
    private long arrivals;

    /**
     * @param shifts who works when; an agent without one doesn't
     * @param sink hears what happens, as the statistics of a live system do
     */
    public Simulation(
            Configuration configuration, Customers customers, List<Shift> shifts, Consumer<StatisticsEvent> sink) {
        this.centre = new Centre(configuration, sink);
        this.people = new People(centre);
        this.execution = new Execution(centre, people);
        this.domains = List.copyOf(centre.domains.values());
        this.customers = customers;
        for (Shift shift : shifts) {
            Worker worker = centre.worker(shift.agentId());
            centre.plan(shift.from(), Occurrence.Kind.COME, null, worker, 0);
            if (shift.to() != Long.MAX_VALUE) {
                centre.plan(shift.to(), Occurrence.Kind.GO, null, worker, 0);
            }
        }
        this.next = customers.next();
    }

    /**
     * Goes on up to a time.
     *
     * @param until milliseconds since the epoch, inclusive
     */
    public void run(long until) {
        for (long time = nextTime(); time <= until; time = nextTime()) {
            step(time);
        }
        centre.now = Math.max(centre.now, until);
    }

    /** Goes on until everybody who came is gone, or nothing more happens. */
    public void runOut() {
        for (long time = nextTime(); time != Long.MAX_VALUE && !(next == null && centre.jobs.isEmpty()); ) {
            step(time);
            time = nextTime();
        }
    }

    /** Milliseconds since the epoch: of the last event, or up to when it ran. */
    public long now() {
        return centre.now;
    }

    /** How many customers have come. */
    public long arrivals() {
        return arrivals;
    }

    /** By queue: who was refused because no more may wait there. */
    public Map<String, Long> turnedAway() {
        return Map.copyOf(turnedAway);
    }

    private long nextTime() {
        Occurrence first = centre.agenda.peek();
        long time = first == null ? Long.MAX_VALUE : first.time();
        Customer customer = next;
        time = customer == null ? time : Math.min(time, customer.arrival());
        for (Domain domain : domains) {
            time = Math.min(time, domain.nextDeadline());
        }
        return time;
    }

    /** Deadlines first, so that no decision of a router comes too late; then what was planned; then who comes. */
    private void step(long now) {
        centre.now = now;
        for (Domain domain : domains) {
            if (domain.nextDeadline() <= now) {
                domain.show(new RoutingEvent.Tick());
            }
        }
        settle();
        Occurrence first = centre.agenda.peek();
        Customer customer = next;
        if (first != null && first.time() <= now) {
            centre.agenda.poll();
            people.act(first);
        } else if (customer != null && customer.arrival() <= now) {
            next = customers.next();
            arrive(customer);
        }
        settle();
    }

    /** Until no router has anything more to say. */
    private void settle() {
        for (boolean again = true; again; ) {
            again = false;
            for (Domain domain : domains) {
                if (!domain.settled()) {
                    again = true;
                    for (Decision decision : domain.settle(centre.now)) {
                        execution.carryOut(decision, domain);
                    }
                }
            }
        }
    }

    private void arrive(Customer customer) {
        Domain domain = centre.domain(customer.mrd());
        domain.open(centre.now);
        String queue = queueOf(customer);
        PrecisionQueue definition = centre.configuration.queue(queue);
        long[] waiting = centre.waitingIn(queue);
        if (definition != null && definition.maxWaiting() > 0 && waiting[0] >= definition.maxWaiting()) {
            turnedAway.merge(queue, 1L, Long::sum);
            return;
        }
        Job job = new Job("t" + ++arrivals, customer, domain, queue);
        centre.jobs.put(job.id, job);
        waiting[0]++;
        if (customer.patience() != Customer.ENDLESS) {
            centre.plan(customer.arrival() + customer.patience(), Occurrence.Kind.LEAVE, job, null, 0);
        }
        centre.tell(new StatisticsEvent.Entered(centre.now, job.id, domain.mrd.id(), queue, null));
        centre.show(job);
    }

    private String queueOf(Customer customer) {
        if (centre.configuration.has(customer.queue(), customer.mrd())) {
            return customer.queue();
        }
        PrecisionQueue queue = centre.configuration.defaultQueue(customer.mrd());
        if (queue == null) {
            throw new IllegalArgumentException(customer.mrd() + " has no queue " + customer.queue());
        }
        return queue.id();
    }
}
