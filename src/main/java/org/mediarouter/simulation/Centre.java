package org.mediarouter.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.statistics.StatisticsEvent;

/** The state of a simulated contact centre: what time it is, who is there, what waits, what is going to happen. */
final class Centre {
    final Configuration configuration;
    final Map<String, Domain> domains = new LinkedHashMap<>();
    final Map<String, Job> jobs = new HashMap<>();
    final PriorityQueue<Occurrence> agenda = new PriorityQueue<>();
    private final Map<String, Worker> workers = new LinkedHashMap<>();
    private final Map<String, long[]> waiting = new HashMap<>();
    private final Consumer<StatisticsEvent> sink;
    private long planned;
    long now;

    Centre(Configuration configuration, Consumer<StatisticsEvent> sink) {
        this.configuration = configuration;
        this.sink = sink;
        configuration.mrds().forEach((id, mrd) -> domains.put(id, new Domain(mrd, configuration)));
    }

    void tell(StatisticsEvent event) {
        sink.accept(event);
    }

    void plan(long time, Occurrence.Kind kind, @Nullable Job job, @Nullable Worker worker, int turn) {
        agenda.add(new Occurrence(time, planned++, kind, job, worker, turn));
    }

    Domain domain(String mrd) {
        Domain domain = domains.get(mrd);
        if (domain == null) {
            throw new IllegalArgumentException("the configuration has no MRD " + mrd);
        }
        return domain;
    }

    /** The agent, who is hired with the first mention of him. */
    Worker worker(String id) {
        return workers.computeIfAbsent(id, this::hired);
    }

    private Worker hired(String id) {
        AgentProfile profile = configuration.agent(id);
        if (profile == null) {
            throw new IllegalArgumentException("the configuration has no agent " + id);
        }
        Worker worker = new Worker(id);
        profile.mrds().forEach((mrd, capacity) -> {
            Post post = new Post(worker, domain(mrd), capacity);
            worker.posts.add(post);
            post.domain.posts.add(post);
        });
        return worker;
    }

    Job job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new IllegalStateException("the router speaks of task " + id + ", which is not there");
        }
        return job;
    }

    /** How many wait in a queue, in the only element. */
    long[] waitingIn(String queue) {
        return waiting.computeIfAbsent(queue, id -> new long[1]);
    }

    void show(Job job) {
        Customer customer = job.customer;
        job.domain.show(new RoutingEvent.TaskWaiting(
                job.id,
                job.queue,
                customer.priority(),
                customer.attributes(),
                customer.arrival(),
                job.enteredAt,
                customer.arrival() + job.domain.mrd.expiresAfter().toMillis(),
                null,
                job.offers,
                Map.of()));
    }

    void show(Post post) {
        post.domain.show(post.seen(now));
    }

    /** From an agent's hands back to its place in the queue. */
    void putBack(Job job) {
        job.state = Job.State.WAITING;
        job.post = null;
        waitingIn(job.queue)[0]++;
    }

    /** A waiting task ends: its customer, or its time, has gone. */
    void abandon(Job job) {
        waitingIn(job.queue)[0]--;
        job.state = Job.State.ENDED;
        jobs.remove(job.id);
        tell(new StatisticsEvent.Abandoned(now, job.id));
        job.domain.show(new RoutingEvent.TaskEnded(job.id, null));
    }
}
