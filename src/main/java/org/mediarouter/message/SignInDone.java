package org.mediarouter.message;

import java.util.List;

/**
 * Internal, in {@code SignIn}: the command of that operation, which had left the line of {@code General}, has been
 * committed; what follows it need not take the detour any more.
 *
 * @param operation the operation id of that command
 * @param names what the command named: agents, and tasks
 */
public record SignInDone(String operation, List<String> names) implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }
}
