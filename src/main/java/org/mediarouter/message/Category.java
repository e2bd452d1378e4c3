package org.mediarouter.message;

/** What the String property {@code Category} says of a message (protocol, sections 1 and 3). */
public enum Category {
    AGENT_STATE("agent-state"),
    TASK_STATE("task-state"),
    NEW_TASK("new task");

    private final String text;

    Category(String text) {
        this.text = text;
    }

    /** As it stands on the wire, for example {@code new task}. */
    public String text() {
        return text;
    }
}
