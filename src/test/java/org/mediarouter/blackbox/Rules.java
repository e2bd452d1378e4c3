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
    /** A state that routing caused may be on its way while a command's answer is told: then the client sorts them by Version. */
    private static final long IN_FLIGHT_NANOS = 1_000_000_000L;

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

    private final Map<String, Newest> newest = new HashMap<>();

    /** The highest version of a subject so far, and when it came. */
    private record Newest(long version, long nanos) {}

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
        Newest before = newest.get(subject);
        if (before == null || before.version() <= told.version()) {
            newest.put(subject, new Newest(told.version(), System.nanoTime()));
        } else if (System.nanoTime() - before.nanos() > IN_FLIGHT_NANOS) {
            broken.add("is older than one told before, of Version " + before.version());
        }
    }
}
