package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scenario made everybody hear, step by step, with names in place of ids, so that two runs of it can be compared.
 * The first run finds out how much each step makes each of them hear; a later one waits for as much after each step.
 */
final class Story {
    private static final Set<String> DIFFERS = Set.of(
            "Time", "Message", "AcceptBefore", "EstimatedWait", "Attributes", "LongestWait", "Waiting", "Position");

    /** What belongs to one run: its Chat Server, and who hears. */
    record Cast(Chat chat, Desk desk, Map<String, Inbox> hearers) {
        static Cast of(Chat chat, Agent... agents) {
            Map<String, Inbox> hearers = new LinkedHashMap<>();
            hearers.put("answers", chat.answers());
            hearers.put("tasks", chat.tasks());
            for (int i = 0; i < agents.length; i++) {
                hearers.put("agent " + i, agents[i].inbox());
            }
            String number = agents[0].id().substring(0, agents[0].id().indexOf('-'));
            return new Cast(chat, new Desk(Integer.parseInt(number)), hearers);
        }
    }

    private final Cast cast;
    private final Story before;
    private final Map<String, Integer> heard = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();

    /**
     * Nothing told yet.
     *
     * @param before the run to compare with; null for the first
     */
    Story(Cast cast, Story before) {
        this.cast = cast;
        this.before = before;
        cast.hearers().forEach((name, inbox) -> heard.put(name, 0));
    }

    /** A step has been taken: waits for what follows from it, and writes it down. */
    void step(String name) {
        if (before == null) {
            settle();
        }
        Map<String, Integer> count = new LinkedHashMap<>();
        lines.add("== " + name);
        cast.hearers().forEach((hearer, inbox) -> {
            if (before != null) {
                inbox.reaches(before.counts.get(counts.size()).get(hearer), Duration.ofSeconds(5));
            }
            List<Told> all = inbox.all();
            for (Told told : all.subList(heard.get(hearer), all.size())) {
                lines.add(hearer + ": " + told.type() + " " + command(told) + " " + named(told.body()));
            }
            heard.put(hearer, all.size());
            count.put(hearer, all.size());
        });
        counts.add(count);
    }

    /** Until nobody has heard anything for a while. */
    private void settle() {
        boolean news = true;
        while (news) {
            news = false;
            for (Inbox inbox : cast.hearers().values()) {
                news |= inbox.reaches(inbox.all().size() + 1, Duration.ofMillis(150));
            }
        }
    }

    private String command(Told told) {
        String correlation = String.valueOf(told.correlation());
        return correlation.substring(correlation.lastIndexOf('-') + 1);
    }

    private JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DIFFERS);
            object.properties().forEach(entry -> entry.setValue(named(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, named(array.get(i)));
            }
        } else if (node.isTextual()) {
            return com.fasterxml.jackson.databind.node.TextNode.valueOf(name(node.textValue()));
        }
        return node;
    }

    private String name(String text) {
        int agent = cast.desk().agents().indexOf(text);
        if (agent >= 0) {
            return "agent " + agent;
        }
        int task = tasks.indexOf(text);
        return task < 0 ? text.replace("Agent." + cast.desk().number() + "-", "Agent.") : "task " + task;
    }

    /** Its id will differ from run to run. */
    Told created(Told task) {
        tasks.add(task.task());
        return task;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
