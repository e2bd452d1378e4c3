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

/**
 * A contact centre's records, and people who do whatever they like: agents come, go, accept, reject, let ring, transfer,
 * confer; customers arrive and give up; somebody changes the configuration. Each step is one event for a router, and what
 * the router decides is carried out, or refused as records that meanwhile changed would.
 */
final class RandomHistory {

    static final class Agent {
        boolean loggedIn;
        boolean ready;
        boolean interrupted;
        long unsureUntil;
        long availableSince;
        final TreeSet<String> held = new TreeSet<>();
    }

    static final class Task {
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
    final TreeMap<String, Agent> agents = new TreeMap<>();
    final TreeMap<String, Task> tasks = new TreeMap<>();
    final Deque<RoutingEvent> pending = new ArrayDeque<>();
    private final Map<String, String> lastOffered = new HashMap<>();
    private final Map<String, long[]> handled = new TreeMap<>();
    private int created;

    RandomHistory(Random random, boolean skips) {
        this.random = random;
        this.skips = skips;
        this.configuration = RandomConfiguration.of(random, skips);
        for (int i = 0; i < 8; i++) {
            agents.put("a" + i, new Agent());
        }
    }

    /** Something happens; the event for the router. */
    RoutingEvent next(long nextDeadline) {
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
            configuration = RandomConfiguration.change(configuration, random, skips);
            pending.add(new RoutingEvent.Configured(configuration));
            agents.keySet().forEach(this::tellAgent);
        } else {
            pending.add(new RoutingEvent.Tick());
        }
        if (pending.size() > 1 && random.nextInt(3) == 0) {
            RoutingEvent batch = new RoutingEvent.Batch(List.copyOf(pending));
            pending.clear();
            return batch;
        }
        return pending.isEmpty() ? new RoutingEvent.Tick() : pending.poll();
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
        List<String> queues = new ArrayList<>(configuration.queues().keySet());
        Task task = new Task();
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
        tellAgent(task.agent);
    }

    private void reject(String id, Task task) {
        task.rejections.put(task.agent, now + acceptWithin());
        requeue(id, task, false);
    }

    private void requeue(String id, Task task, boolean anew) {
        Agent agent = agents.get(task.agent);
        agent.held.remove(id);
        String former = task.agent;
        task.agent = null;
        task.state = "QUEUED";
        if (anew) {
            task.entered = now;
            task.expires = now + 60_000;
            List<String> queues = new ArrayList<>(configuration.queues().keySet());
            task.queue = queues.get(random.nextInt(queues.size()));
        }
        tellTask(id);
        tellAgent(former);
    }

    private void transfer(String id, Task task) {
        String to = "a" + random.nextInt(8);
        Agent recipient = agents.get(to);
        if (to.equals(task.agent) || !recipient.loggedIn || recipient.held.size() >= capacity(to)) {
            return;
        }
        agents.get(task.agent).held.remove(id);
        tellAgent(task.agent);
        recipient.held.add(id);
        task.agent = to;
        tellAgent(to);
    }

    private void end(String id, String agentId) {
        Task task = tasks.remove(id);
        RoutingEvent.Handled what = null;
        if (agentId != null) {
            Agent agent = agents.get(agentId);
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
        pending.add(new RoutingEvent.TaskEnded(id, what));
    }

    private void someAgent() {
        String id = "a" + random.nextInt(8);
        Agent agent = agents.get(id);
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
                } else if (agent.loggedIn && agent.held.size() < capacity(id)) {
                    agent.held.add("c");
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

    void carryOut(Decision decision) {
        if (decision instanceof Decision.Offer offer) {
            offer(offer);
        } else if (decision instanceof Decision.OfferExpired rona) {
            Task task = tasks.get(rona.taskId());
            boolean stands = task != null && task.state.equals("RESERVED") && task.offers == rona.offer();
            if (!stands) {
                tellTask(rona.taskId());
                tellAgent(rona.agentId());
            } else if (random.nextInt(10) == 0) {
                accept(rona.taskId(), task);
            } else {
                agents.get(rona.agentId()).ready = false;
                requeue(rona.taskId(), task, false);
            }
        } else if (decision instanceof Decision.WrapUpExpired wrapUp) {
            if (stateOf(wrapUp.taskId()).equals("WRAP_UP")) {
                end(wrapUp.taskId(), tasks.get(wrapUp.taskId()).agent);
            } else {
                tellTask(wrapUp.taskId());
            }
        } else if (decision instanceof Decision.TaskExpired expired) {
            if (stateOf(expired.taskId()).equals("QUEUED")) {
                end(expired.taskId(), null);
            } else {
                tellTask(expired.taskId());
            }
        } else if (decision instanceof Decision.UnsurenessExpired unsure) {
            Agent agent = agents.get(unsure.agentId());
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
            tellTask(overflow.taskId());
        }
    }

    private void offer(Decision.Offer offer) {
        lastOffered.put(offer.queue(), offer.agentId());
        Agent agent = agents.get(offer.agentId());
        boolean possible = stateOf(offer.taskId()).equals("QUEUED")
                && wants(agent)
                && agent.held.size() < capacity(offer.agentId());
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
        tellTask(offer.taskId());
        tellAgent(offer.agentId());
    }

    private String stateOf(String taskId) {
        Task task = tasks.get(taskId);
        return task == null ? "CLOSED" : task.state;
    }

    private static boolean wants(Agent agent) {
        return agent.loggedIn && agent.ready && !agent.interrupted && agent.unsureUntil == 0;
    }

    // --- pictures

    /** All that a router would be told which takes over now. */
    RoutingEvent everything() {
        List<RoutingEvent> all = new ArrayList<>();
        lastOffered.forEach((queue, agent) -> all.add(new RoutingEvent.LastOffered(queue, agent)));
        handled.forEach((key, sum) -> all.add(new RoutingEvent.HandlingSeen(
                key.substring(0, key.indexOf(' ')), key.substring(key.indexOf(' ') + 1), sum[0], sum[1])));
        tasks.forEach((id, task) -> all.add(picture(id, task)));
        agents.keySet().forEach(id -> all.add(picture(id)));
        return new RoutingEvent.Batch(all);
    }

    /** A queue that was taken away is forgotten. */
    void forgetWhatIsGone() {
        lastOffered.keySet().removeIf(queue -> configuration.queue(queue) == null);
        handled.keySet().removeIf(key -> configuration.queue(key.substring(0, key.indexOf(' '))) == null);
    }

    private void tellAgent(String id) {
        pending.add(picture(id));
    }

    private void tellTask(String id) {
        Task task = tasks.get(id);
        pending.add(task == null ? new RoutingEvent.TaskEnded(id, null) : picture(id, task));
    }

    private RoutingEvent picture(String id) {
        Agent agent = agents.get(id);
        boolean wants = wants(agent);
        return new RoutingEvent.AgentSeen(
                id,
                agent.loggedIn,
                wants,
                wants,
                agent.held.size(),
                capacity(id),
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

    private int capacity(String id) {
        return configuration.capacity(id, RandomConfiguration.MRD);
    }

    private long acceptWithin() {
        return configuration.mrds().get(RandomConfiguration.MRD).acceptWithin().toMillis();
    }
}
