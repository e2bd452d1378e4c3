package org.mediarouter.routing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.model.Attribute;

/** Finds out which agents match the steps of a queue: once for each distinct tuple of the task attributes they read. */
final class Lanes {

    /** With more lanes than that, those that stand empty are given up. */
    private static final int MOST_EMPTY = 64;

    private final Floor floor;
    private final Roster roster;
    private @Nullable AgentsByAttributes byAttributes;

    Lanes(Floor floor, Roster roster) {
        this.floor = floor;
        this.roster = roster;
    }

    /** The agents, or their attributes, are others. */
    void forgetAgents() {
        byAttributes = null;
    }

    Lane of(QueueBoard queue, Map<String, Object> attributes) {
        Object variant = queue.variant(attributes);
        Lane lane = queue.laneOf(variant);
        if (lane == null) {
            lane = find(queue, partRead(queue, attributes));
            queue.remember(variant, lane);
        }
        return lane;
    }

    /** Gives this agent his seats in the lanes of the queues whose steps read nothing of a task. */
    void seat(AgentPicture agent) {
        if (agent.profile == null) {
            return;
        }
        Map<String, Object> attributes = floor.configuration.attributesOf(agent.profile);
        for (QueueBoard queue : floor.queues.values()) {
            if (queue.readsTask) {
                continue;
            }
            for (Lane lane : queue.lanes.values()) {
                int matched = 0;
                for (int i = 0; i < queue.steps.size(); i++) {
                    matched |= queue.steps.get(i).matches(attributes, Map.of()) ? 1 << i : 0;
                }
                if (matched != 0) {
                    seat(lane, agent, matched);
                }
            }
        }
    }

    void dropAll(QueueBoard queue) {
        queue.lanes.values().forEach(this::empty);
        queue.lanes.clear();
        queue.forgetVariants();
    }

    private static Map<String, Object> partRead(QueueBoard queue, Map<String, Object> attributes) {
        Map<String, Object> read = new HashMap<>();
        for (StepExpression step : queue.steps) {
            read.putAll(step.readOf(attributes));
        }
        return read;
    }

    private Lane find(QueueBoard queue, Map<String, Object> read) {
        AgentsByAttributes groups = groups();
        List<BitSet> outcomes =
                queue.steps.stream().map(step -> groups.outcome(step, read)).toList();
        Lane known = queue.lanes.get(outcomes);
        if (known != null) {
            return known;
        }
        dropEmpty(queue);
        Lane lane = new Lane(queue);
        queue.lanes.put(outcomes, lane);
        Map<AgentPicture, Integer> matched = new LinkedHashMap<>();
        for (int i = 0; i < queue.steps.size(); i++) {
            int bit = 1 << i;
            groups.forEach(queue.steps.get(i), outcomes.get(i), agent -> matched.merge(agent, bit, (a, b) -> a | b));
        }
        matched.forEach((agent, steps) -> seat(lane, agent, steps));
        return lane;
    }

    private AgentsByAttributes groups() {
        AgentsByAttributes groups = byAttributes;
        if (groups == null) {
            groups = new AgentsByAttributes(
                    floor.configuration.attributes().values(),
                    floor.agents.values().stream()
                            .filter(agent -> agent.profile != null)
                            .toList());
            byAttributes = groups;
        }
        return groups;
    }

    private void seat(Lane lane, AgentPicture agent, int matched) {
        int first = Integer.numberOfTrailingZeros(matched);
        int skill = skill(agent, lane.queue.steps.get(first).proficiencies());
        roster.seat(new Seat(lane, agent, first, matched, skill));
    }

    private int skill(AgentPicture agent, Set<String> proficiencies) {
        int sum = 0;
        for (String name : proficiencies) {
            Object value = agent.attributes().get(name);
            if (value == null) {
                Attribute attribute = floor.configuration.attributes().get(name);
                value = attribute == null ? 0 : attribute.byDefault();
            }
            sum += value instanceof Integer level ? level : 0;
        }
        return sum;
    }

    private void dropEmpty(QueueBoard queue) {
        if (queue.lanes.size() <= MOST_EMPTY) {
            return;
        }
        queue.forgetVariants();
        queue.lanes.values().removeIf(lane -> {
            boolean empty = lane.waiting() == 0;
            if (empty) {
                empty(lane);
            }
            return empty;
        });
    }

    private void empty(Lane lane) {
        List.copyOf(lane.seats()).forEach(roster::unseat);
    }
}
