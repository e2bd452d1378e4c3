package org.mediarouter.communication;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.assignment.Terms;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Login;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskStore;

/**
 * Row 2, Login: LOGIN, then NOT_READY. In an external MRD the contact centre says what follows; in a blended one the agent is
 * signed in there first.
 */
public final class LoginHandler implements Handler<Login> {
    private final AgentDirectory directory;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;
    private final OutsideMedium outside;
    private final Duration connectedFor;

    /**
     * With its parts.
     *
     * @param connectedFor the setting {@code mediarouter.connected-for}
     */
    public LoginHandler(
            AgentDirectory directory,
            AgentStore agents,
            TaskStore tasks,
            Answers answers,
            Supplier<Configuration> configuration,
            OutsideMedium outside,
            Duration connectedFor) {
        this.directory = directory;
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.configuration = configuration;
        this.outside = outside;
        this.connectedFor = connectedFor;
    }

    @Override
    public List<Outgoing> handle(Login login, Envelope envelope) {
        if (!agents.get(login.agentId()).connected(envelope.time(), connectedFor)) {
            return answers.refuse(
                    login, envelope, ErrorCode.AGENT_NOT_CONNECTED, "The agent has to send Connect first.");
        }
        if (directory.verify(login.agentId(), login.password()) instanceof AgentDirectory.Answer.Refused refused) {
            return answers.refuse(login, envelope, refused.refusal());
        }
        Configuration now = configuration.get();
        @Nullable Refusal refusal = AgentChecks.inMrd(now, login.agentId(), login.mrd());
        if (refusal != null) {
            return answers.refuse(login, envelope, refusal);
        }
        Assignment assignment = Assignment.ofCommand(agents, tasks, envelope);
        if (outside.concerns(login.agentId(), login.mrd())) {
            ContactCentre.Answer signedIn = outside.ask(login.agentId(), new ContactCentre.Wish.SignIn());
            if (signedIn instanceof ContactCentre.Answer.Refused refused) {
                return answers.refuse(login, envelope, refused.refusal());
            }
            AgentResult followed =
                    outside.follow(assignment, login.agentId(), ((ContactCentre.Answer.Done) signedIn).state());
            if (outside.decides(login.mrd()) && followed != null) {
                return answers.tell(login, envelope, assignment.effects(), requireNonNull(followed.state()));
            }
        }
        AgentResult result = assignment.agent(
                "login",
                login.agentId(),
                new AgentOperation.Login(
                        login.mrd(),
                        Terms.forAgent(now, login.agentId(), requireNonNull(now.mrd(login.mrd()))),
                        connectedFor));
        return result.refusal() == null
                ? answers.tell(login, envelope, assignment.effects(), requireNonNull(result.state()))
                : answers.refuse(login, envelope, result.refusal());
    }
}
