package org.mediarouter.agent;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which agents' sign-in work is open. Directories are slow, so Connect and Login leave the line of {@code General} for
 * {@code SignIn}, each agent in a message group of its own; while an agent's group is open, what names that agent, or
 * anything that such a message named, follows it there (protocol, section 1, "order"). Shared by all nodes.
 */
public interface SignInLine {
    /**
     * The way off the line of {@code General}.
     *
     * @param group the message group to follow
     * @param after operations of other groups that must have been handled before
     */
    record Detour(String group, Set<String> after) {}

    /** An operation that went that way and hasn't been handled. */
    record Open(String operation, List<String> names, Detour detour) {}

    /**
     * Fills a line that has just begun with what is on its way already. Nobody else may fill it meanwhile, and whoever calls
     * this mustn't follow it or handle anything before it returns.
     *
     * @param open asked for only where the line has just begun
     */
    void begin(Supplier<List<Open>> open);

    /**
     * Where a command from {@code General} must go. Called by the one consumer of {@code General}, in the order of the
     * messages; the same operation again has the same answer.
     *
     * @param names the agents, and the tasks, that the command names; the first is the group's name where it opens one
     * @param opens whether it is sign-in work itself
     * @return null where it may be handled at once
     */
    @Nullable
    Detour follow(String operation, List<String> names, boolean opens);

    /** Whether all of these have been handled, or are no longer known. */
    boolean handled(Set<String> operations);

    /** The operation has been handled, though perhaps not yet committed. */
    void markHandled(String operation, List<String> names);

    /** The operation has been committed: what comes later need not follow it. */
    void close(String operation, List<String> names);
}
