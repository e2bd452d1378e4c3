package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What holds of every message to a client (protocol, section 1, "Envelope"). Each one that a test receives is held against it. */
final class Rules {
    private static final long DAY = 24 * 3600 * 1000L;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Map<String, String> CATEGORY = Map.of(
            "Connected", "agent-state",
            "AgentState", "agent-state",
            "TaskConferenced", "agent-state",
            "TaskAgentTransferred", "agent-state",
            "Restored", "agent-state",
            "QueueState", "agent-state",
            "TaskState", "task-state",
            "TaskAgentSelected", "new task");

    /** The highest version of each subject so far. */
    private final Map<String, Long> newest = new HashMap<>();

    /** What is wrong with it, or with its coming after those before it at the same destination. */
    List<String> broken(Told told) {
        List<String> broken = new ArrayList<>();
        if (!told.persistent()) {
            broken.add("is not persistent");
        }
        if (Math.abs(told.life() - DAY) > 60_000) {
            broken.add("lives " + told.life() + " ms instead of 24 h");
        }
        if (told.correlation() == null) {
            broken.add("has no correlation id");
        }
        category(told, broken);
        for (String name : List.of("AgentId", "TaskId", "Mrd")) {
            String member = told.member(name);
            if (member != null && !member.equals(told.properties().get(name))) {
                broken.add("has the property " + name + " " + told.properties().get(name) + ", not " + member);
            }
        }
        members(told, broken);
        version(told, broken);
        return broken.stream().map(what -> what + ": " + told).toList();
    }

    private static void category(Told told, List<String> broken) {
        String category = told.properties().get("Category");
        String expected = CATEGORY.get(told.type());
        boolean right =
                expected == null ? told.is("Error") && CATEGORY.containsValue(category) : expected.equals(category);
        if (!right) {
            broken.add("has the category " + category);
        }
    }

    private static void members(Told told, List<String> broken) {
        told.body().fieldNames().forEachRemaining(name -> {
            if (!Character.isUpperCase(name.charAt(0))) {
                broken.add("has a member that is not in PascalCase, " + name);
            }
        });
        for (String name : List.of("Time", "AcceptBefore")) {
            JsonNode time = told.body().path(name);
            if (!time.isMissingNode() && !TIME.matcher(time.asText()).matches()) {
                broken.add("has " + name + " in another form");
            }
        }
    }

    private void version(Told told, List<String> broken) {
        boolean task = told.is("TaskState");
        if (!task && !told.is("AgentState") || told.state() == null) {
            return;
        }
        if (told.version() < 0) {
            broken.add("has no Version");
        }
        String subject = task ? told.task() : told.agent() + " " + told.mrd();
        long before = newest.merge(subject, told.version(), Math::max);
        if (before > told.version()) {
            broken.add("is older than one told before, of Version " + before);
        }
    }
}
