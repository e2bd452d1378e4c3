package org.mediarouter.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.PrecisionQueue;

/**
 * A contact centre's records, and people who do whatever they like: agents come, go, accept, reject, let ring, transfer,
 * confer; customers arrive and give up; somebody changes the configuration. Each step is one event for a router, and what
 * the router decides is carried out, or refused as records that meanwhile changed would.
 */
final class RandomHistory {

    /** What an agent is in one MRD. */
    static final class Agent {
        boolean loggedIn;
        boolean ready;
        boolean interrupted;
        long unsureUntil;
        long availableSince;
        final TreeSet<String> held = new TreeSet<>();
    }

    /** An event and the MRD whose router is to see it. */
    record Told(String mrd, RoutingEvent event) {}

    static final class Task {
        String mrd;
        String queue;
        int priority;
        Map<String, Object> attributes = Map.of();
        long first;
        long entered;
        long expires;
        String preferred;
        int offers;
        final Map<String, Long> rejections = new HashMap<>();
        /** QUEUED, RESERVED, ACTIVE, WRAP_UP. */
        String state;

        String agent;
        long due;
        long begun;
    }

    final Random random;
    private final boolean skips;
    Configuration configuration;
    long now = 1_000_000;
    final List<String> mrds;
    private final List<String> agents = new ArrayList<>();
    private final Map<String, TreeMap<String, Agent>> agentsIn = new TreeMap<>();
    final TreeMap<String, Task> tasks = new TreeMap<>();
    final Deque<Told> pending = new ArrayDeque<>();
    private final Map<String, String> lastOffered = new HashMap<>();
    private final Map<String, long[]> handled = new TreeMap<>();
    private int created;

    RandomHistory(Random random, boolean skips, List<String> mrds) {
        this.random = random;
        this.skips = skips;
        this.mrds = mrds;
        this.configuration = RandomConfiguration.of(random, skips, mrds);
        for (int i = 0; i < 8; i++) {
            agents.add("a" + i);
        }
        for (String mrd : mrds) {
            TreeMap<String, Agent> here = new TreeMap<>();
            agents.forEach(id -> here.put(id, new Agent()));
            agentsIn.put(mrd, here);
        }
    }

    private Agent agent(String mrd, String id) {
        return agentsIn.get(mrd).get(id);
    }

    private String someMrd() {
        return mrds.get(random.nextInt(mrds.size()));
    }

    private List<String> queuesOf(String mrd) {
        return configuration.queuesOf(mrd).stream().map(PrecisionQueue::id).toList();
    }

    /** Something happens; the event for the router. */
    Told next(long nextDeadline) {
        if (!pending.isEmpty()) {
            return pending.poll();
        }
        pass(nextDeadline);
        int what = random.nextInt(100);
        if (what < 20) {
            arrive();
        } else if (what < 60) {
            workOnSomeTask();
        } else if (what < 90) {
            someAgent();
        } else if (what < 92) {
            configuration = RandomConfiguration.change(configuration, random, skips, mrds);
            mrds.forEach(mrd -> pending.add(new Told(mrd, new RoutingEvent.Configured(configuration))));
            agents.forEach(this::tellAgent);
        } else {
            mrds.forEach(mrd -> pending.add(new Told(mrd, new RoutingEvent.Tick())));
        }
        if (pending.size() > 1 && random.nextInt(3) == 0) {
            String first = pending.peek().mrd();
            List<RoutingEvent> batch = pending.stream()
                    .filter(told -> told.mrd().equals(first))
                    .map(Told::event)
                    .toList();
            pending.removeIf(told -> told.mrd().equals(first));
            return new Told(first, new RoutingEvent.Batch(batch));
        }
        return pending.isEmpty() ? new Told(someMrd(), new RoutingEvent.Tick()) : pending.poll();
    }

    private void pass(long nextDeadline) {
        switch (random.nextInt(4)) {
            case 0 -> now += random.nextInt(500);
            case 1 -> now += random.nextInt(8000);
            case 2 -> {
                if (nextDeadline != Long.MAX_VALUE && nextDeadline > now) {
                    now = nextDeadline - random.nextInt(2);
                }
            }
            default -> {}
        }
    }

    private void arrive() {
        String mrd = someMrd();
        List<String> queues = queuesOf(mrd);
        if (queues.isEmpty()) {
            return;
        }
        Task task = new Task();
        task.mrd = mrd;
        task.queue = queues.get(random.nextInt(queues.size()));
        task.priority = 1 + random.nextInt(random.nextBoolean() ? 3 : 10);
        task.attributes = random.nextBoolean() ? Map.of() : attributes();
        task.first = now - (random.nextInt(20) == 0 ? random.nextInt(90_000) : 0);
        task.entered = task.first;
        task.expires = random.nextInt(5) == 0 ? 0 : task.first + 60_000;
        task.preferred = random.nextInt(4) == 0 ? "a" + random.nextInt(9) : null;
        task.state = "QUEUED";
        String id = "t" + (random.nextInt(10) < 8 ? created : 1000 - created);
        created++;
        tasks.put(id, task);
        tellTask(id);
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        if (random.nextBoolean()) {
            attributes.put("language", random.nextBoolean() ? "en" : "de");
        }
        if (random.nextBoolean()) {
            attributes.put("vip", random.nextBoolean());
        }
        if (random.nextBoolean()) {
            attributes.put("level", random.nextBoolean() ? (Object) random.nextInt(10) : (Object) 4.5);
        }
        return attributes;
    }

    private void workOnSomeTask() {
        if (tasks.isEmpty()) {
            return;
        }
        String id = new ArrayList<>(tasks.keySet()).get(random.nextInt(tasks.size()));
        Task task = tasks.get(id);
        switch (task.state) {
            case "QUEUED" -> {
                if (random.nextInt(6) == 0) {
                    end(id, null);
                }
            }
            case "RESERVED" -> {
                switch (random.nextInt(8)) {
                    case 0, 1 -> reject(id, task);
                    case 2 -> end(id, task.agent);
                    default -> accept(id, task);
                }
            }
            case "ACTIVE" -> {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        task.state = "WRAP_UP";
                        task.due = now + 10_000;
                        tellTask(id);
                        tellAgent(task.agent);
                    }
                    case 1 -> requeue(id, task, true);
                    case 2 -> transfer(id, task);
                    default -> end(id, task.agent);
                }
            }
            default -> end(id, task.agent);
        }
    }

    private void accept(String id, Task task) {
        task.state = "ACTIVE";
        task.begun = now;
        tellTask(id);
        if (!mrd(task.mrd).interruptible()) {
            interrupt(task.agent, task.mrd);
        }
        tellAgent(task.agent);
    }

    /** Accepted work here comes before what the agent has in interruptible MRDs. */
    private void interrupt(String agentId, String by) {
        for (String mrd : mrds) {
            if (mrd.equals(by) || !mrd(mrd).interruptible()) {
                continue;
            }
            boolean requeue = mrd(mrd).onInterrupt() == OnInterrupt.REQUEUE;
            for (String id : List.copyOf(agent(mrd, agentId).held)) {
                Task task = tasks.get(id);
                if (task != null && task.state.equals("RESERVED")) {
                    requeue(id, task, false);
                } else if (task != null && requeue && task.state.equals("ACTIVE")) {
                    requeue(id, task, true);
                }
            }
        }
    }

    private boolean worksInAnother(String agentId, String mrd) {
        return mrds.stream()
                .filter(other -> !other.equals(mrd) && !mrd(other).interruptible())
                .flatMap(other -> agent(other, agentId).held.stream())
                .anyMatch(id -> !tasks.containsKey(id) || !tasks.get(id).state.equals("RESERVED"));
    }

    private Mrd mrd(String id) {
        return configuration.mrds().get(id);
    }

    private void reject(String id, Task task) {
        task.rejections.put(task.agent, now + mrd(task.mrd).acceptWithin().toMillis());
        requeue(id, task, false);
    }

    private void requeue(String id, Task task, boolean anew) {
        agent(task.mrd, task.agent).held.remove(id);
        String former = task.agent;
        task.agent = null;
        task.state = "QUEUED";
        if (anew) {
            task.entered = now;
            task.expires = now + 60_000;
            List<String> queues = queuesOf(task.mrd);
            task.queue = queues.isEmpty() ? task.queue : queues.get(random.nextInt(queues.size()));
        }
        tellTask(id);
        tellAgent(former);
    }

    private void transfer(String id, Task task) {
        String to = "a" + random.nextInt(8);
        Agent recipient = agent(task.mrd, to);
        if (to.equals(task.agent) || !recipient.loggedIn || recipient.held.size() >= capacity(to, task.mrd)) {
            return;
        }
        agent(task.mrd, task.agent).held.remove(id);
        tellAgent(task.agent);
        recipient.held.add(id);
        task.agent = to;
        tellAgent(to);
    }

    private void end(String id, String agentId) {
        Task task = tasks.remove(id);
        RoutingEvent.Handled what = null;
        if (agentId != null) {
            Agent agent = agent(task.mrd, agentId);
            agent.held.remove(id);
            agent.availableSince = now;
            if (!task.state.equals("RESERVED")) {
                what = new RoutingEvent.Handled(task.queue, agentId, now - task.begun);
                if (configuration.queue(task.queue) != null) {
                    long[] sum = handled.computeIfAbsent(task.queue + " " + agentId, k -> new long[2]);
                    sum[0]++;
                    sum[1] += what.millis();
                }
            }
            tellAgent(agentId);
        }
        pending.add(new Told(task.mrd, new RoutingEvent.TaskEnded(id, what)));
    }

    private void someAgent() {
        String id = "a" + random.nextInt(8);
        String mrd = someMrd();
        Agent agent = agent(mrd, id);
        switch (random.nextInt(10)) {
            case 0 -> {
                if (agent.held.isEmpty()) {
                    agent.loggedIn = false;
                    agent.ready = false;
                }
            }
            case 1 -> agent.interrupted = agent.loggedIn && !agent.interrupted && random.nextBoolean();
            case 2 -> {
                agent.ready = false;
                agent.unsureUntil = agent.loggedIn ? now + 30_000 : 0;
            }
            case 3 -> {
                // a conference, or its end
                if (agent.held.contains("c")) {
                    agent.held.remove("c");
                } else if (agent.loggedIn && agent.held.size() < capacity(id, mrd)) {
                    agent.held.add("c");
                    if (!mrd(mrd).interruptible()) {
                        interrupt(id, mrd);
                    }
                }
            }
            case 4 -> agent.ready = false;
            default -> {
                agent.loggedIn = true;
                agent.unsureUntil = 0;
                if (!agent.ready) {
                    agent.ready = true;
                    agent.availableSince = now;
                }
            }
        }
        tellAgent(id);
    }

    // --- the router's decisions

    void carryOut(String mrd, Decision decision) {
        if (decision instanceof Decision.Offer offer) {
            offer(mrd, offer);
        } else if (decision instanceof Decision.OfferExpired rona) {
            Task task = tasks.get(rona.taskId());
            boolean stands = task != null && task.state.equals("RESERVED") && task.offers == rona.offer();
            if (!stands) {
                tellTask(mrd, rona.taskId());
                tellAgent(rona.agentId());
            } else if (random.nextInt(10) == 0) {
                accept(rona.taskId(), task);
            } else {
                agent(mrd, rona.agentId()).ready = false;
                requeue(rona.taskId(), task, false);
            }
        } else if (decision instanceof Decision.WrapUpExpired wrapUp) {
            if (stateOf(wrapUp.taskId()).equals("WRAP_UP")) {
                end(wrapUp.taskId(), tasks.get(wrapUp.taskId()).agent);
            } else {
                tellTask(mrd, wrapUp.taskId());
            }
        } else if (decision instanceof Decision.TaskExpired expired) {
            if (stateOf(expired.taskId()).equals("QUEUED")) {
                end(expired.taskId(), null);
            } else {
                tellTask(mrd, expired.taskId());
            }
        } else if (decision instanceof Decision.UnsurenessExpired unsure) {
            Agent agent = agent(mrd, unsure.agentId());
            if (agent.unsureUntil != 0) {
                agent.loggedIn = false;
                agent.unsureUntil = 0;
                for (String id : List.copyOf(agent.held)) {
                    if (tasks.containsKey(id)) {
                        requeue(id, tasks.get(id), false);
                    }
                }
                agent.held.clear();
            }
            tellAgent(unsure.agentId());
        } else if (decision instanceof Decision.Overflow overflow) {
            Task task = tasks.get(overflow.taskId());
            if (task != null && task.state.equals("QUEUED") && task.queue.equals(overflow.fromQueue())) {
                task.queue = overflow.toQueue();
                task.entered = now;
                task.expires = now + 60_000;
            }
            tellTask(mrd, overflow.taskId());
        }
    }

    private void offer(String mrd, Decision.Offer offer) {
        lastOffered.put(offer.queue(), offer.agentId());
        Agent agent = agent(mrd, offer.agentId());
        boolean possible = stateOf(offer.taskId()).equals("QUEUED")
                && mayTake(mrd, offer.agentId())
                && agent.held.size() < capacity(offer.agentId(), mrd);
        if (possible && random.nextInt(20) > 0) {
            Task task = tasks.get(offer.taskId());
            task.state = "RESERVED";
            task.agent = offer.agentId();
            task.offers = offer.offerNumber();
            task.due = offer.acceptBefore();
            agent.held.add(offer.taskId());
            agent.availableSince = now;
        } else if (random.nextBoolean()) {
            agent.ready = false;
        }
        tellTask(mrd, offer.taskId());
        tellAgent(offer.agentId());
    }

    private String stateOf(String taskId) {
        Task task = tasks.get(taskId);
        return task == null ? "CLOSED" : task.state;
    }

    private boolean wants(String mrd, String agentId) {
        Agent agent = agent(mrd, agentId);
        boolean interrupted = agent.interrupted || (mrd(mrd).interruptible() && worksInAnother(agentId, mrd));
        return agent.loggedIn && agent.ready && !interrupted && agent.unsureUntil == 0;
    }

    private boolean mayTake(String mrd, String agentId) {
        return wants(mrd, agentId) && (mrd(mrd).concurrent() || !worksInAnother(agentId, mrd));
    }

    // --- pictures

    /** All that a router would be told which takes over now. */
    RoutingEvent everything(String mrd) {
        List<RoutingEvent> all = new ArrayList<>();
        lastOffered.forEach((queue, agent) -> {
            if (queuesOf(mrd).contains(queue)) {
                all.add(new RoutingEvent.LastOffered(queue, agent));
            }
        });
        handled.forEach((key, sum) -> {
            String queue = key.substring(0, key.indexOf(' '));
            if (queuesOf(mrd).contains(queue)) {
                all.add(new RoutingEvent.HandlingSeen(queue, key.substring(key.indexOf(' ') + 1), sum[0], sum[1]));
            }
        });
        tasks.forEach((id, task) -> {
            if (task.mrd.equals(mrd)) {
                all.add(picture(id, task));
            }
        });
        agents.forEach(id -> all.add(picture(mrd, id)));
        return new RoutingEvent.Batch(all);
    }

    /** A queue that was taken away is forgotten. */
    void forgetWhatIsGone() {
        lastOffered.keySet().removeIf(queue -> configuration.queue(queue) == null);
        handled.keySet().removeIf(key -> configuration.queue(key.substring(0, key.indexOf(' '))) == null);
    }

    /** What an agent does in one MRD may count in the others. */
    private void tellAgent(String id) {
        mrds.forEach(mrd -> pending.add(new Told(mrd, picture(mrd, id))));
    }

    private void tellTask(String id) {
        tellTask(tasks.get(id).mrd, id);
    }

    private void tellTask(String mrd, String id) {
        Task task = tasks.get(id);
        pending.add(new Told(mrd, task == null ? new RoutingEvent.TaskEnded(id, null) : picture(id, task)));
    }

    private RoutingEvent picture(String mrd, String id) {
        Agent agent = agent(mrd, id);
        return new RoutingEvent.AgentSeen(
                id,
                agent.loggedIn,
                wants(mrd, id),
                mayTake(mrd, id),
                agent.held.size(),
                capacity(id, mrd),
                agent.availableSince,
                agent.unsureUntil);
    }

    private static RoutingEvent picture(String id, Task task) {
        return switch (task.state) {
            case "QUEUED" ->
                new RoutingEvent.TaskWaiting(
                        id,
                        task.queue,
                        task.priority,
                        task.attributes,
                        task.first,
                        task.entered,
                        task.expires,
                        task.preferred,
                        task.offers,
                        Map.copyOf(task.rejections));
            case "RESERVED" -> new RoutingEvent.TaskOffered(id, task.agent, task.offers, task.due);
            case "WRAP_UP" -> new RoutingEvent.TaskWrappingUp(id, task.due);
            default -> new RoutingEvent.TaskWorked(id);
        };
    }

    private int capacity(String id, String mrd) {
        return configuration.capacity(id, mrd);
    }
}
