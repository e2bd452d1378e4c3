package org.mediarouter.communication;

import java.util.Collection;
import java.util.List;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Restored;
import org.mediarouter.task.TaskStore;

/** The extension chat-server-restore: nobody is sure any more who is there. */
public final class ChatServerRestoreHandler implements Handler<ChatServerRestore> {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;

    public ChatServerRestoreHandler(AgentStore agents, TaskStore tasks, Answers answers) {
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    public List<Outgoing> handle(ChatServerRestore restore, Envelope envelope) {
        Assignment assignment = Assignment.ofCommand(agents, tasks, envelope);
        Collection<String> concerned = restore.agentIds().isEmpty() ? agents.loggedIn() : restore.agentIds();
        int unsure = 0;
        int withdrawn = 0;
        for (String agentId : concerned.stream().distinct().sorted().toList()) {
            AgentResult result = assignment.agent("doubt", agentId, new AgentOperation.Doubt());
            unsure += result.changes().isEmpty() ? 0 : 1;
            withdrawn += result.displaced().size();
        }
        return answers.tell(restore, envelope, assignment.effects(), new Restored(unsure, withdrawn, envelope.time()));
    }
}
