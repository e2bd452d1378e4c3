package org.mediarouter.communication;

import java.util.List;
import java.util.Optional;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Connected;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.task.TaskStore;

/**
 * Row 1, Connect: authenticates the agent and notes where the agent's events go; in contact-centre mode the agent is then
 * signed in there, and his state there is told.
 */
public final class ConnectHandler implements Handler<Connect> {
    private final AgentDirectory directory;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final ClientDestinations destinations;
    private final OutsideMedium outside;

    public ConnectHandler(
            AgentDirectory directory,
            AgentStore agents,
            TaskStore tasks,
            Answers answers,
            ClientDestinations destinations,
            OutsideMedium outside) {
        this.directory = directory;
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.destinations = destinations;
        this.outside = outside;
    }

    @Override
    public List<Outgoing> handle(Connect connect, Envelope envelope) {
        Optional<Destination> wanted = connect.destination() == null
                ? Optional.of(Destination.ofAgent(connect.agentId()))
                : destinations.named(connect.destination());
        if (wanted.isEmpty()) {
            String message = "The member Destination is none that a client may name.";
            return refuse(
                    connect,
                    envelope,
                    Destination.CHAT_SERVER,
                    Refusal.ofMember(ErrorCode.INVALID_MEMBER, "Destination", message));
        }
        AgentDirectory.Answer answer = directory.connect(connect.agentId(), connect.password(), connect.extension());
        if (answer instanceof AgentDirectory.Answer.Refused refused) {
            Destination named = connect.destination() == null ? Destination.CHAT_SERVER : wanted.get();
            return refuse(connect, envelope, named, refused.refusal());
        }
        AgentDirectory.Answer.Welcome welcome = (AgentDirectory.Answer.Welcome) answer;
        agents.apply(
                envelope.operation(),
                connect.agentId(),
                new AgentOperation.Connect(wanted.get(), welcome.mode()),
                envelope.time());
        Connected connected =
                new Connected(connect.agentId(), wanted.get().toString(), welcome.mode(), envelope.time());
        if (welcome.outside() == null) {
            Destination to = envelope.replyTo() == null ? wanted.get() : envelope.replyTo();
            return List.of(Outgoing.told(to, connected, envelope.correlation()));
        }
        Assignment assignment = Assignment.ofCommand(agents, tasks, envelope);
        outside.follow(assignment, connect.agentId(), welcome.outside());
        return answers.tell(connect, envelope, assignment.effects(), connected);
    }

    private static List<Outgoing> refuse(Connect connect, Envelope envelope, Destination named, Refusal refusal) {
        Destination to = envelope.replyTo() == null ? named : envelope.replyTo();
        return List.of(Outgoing.told(to, Error.to(connect, refusal, envelope.time()), envelope.correlation()));
    }
}
