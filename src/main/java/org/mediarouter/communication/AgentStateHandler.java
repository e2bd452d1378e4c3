package org.mediarouter.communication;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentMachine;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.MrdState;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Reason;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.task.TaskStore;

/** Row 3, AgentState: the agent asks for READY, NOT_READY or LOGOUT; with Force out of whatever state. */
public final class AgentStateHandler implements Handler<AgentStateRequest> {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;
    private final OutsideMedium outside;

    public AgentStateHandler(
            AgentStore agents,
            TaskStore tasks,
            Answers answers,
            Supplier<Configuration> configuration,
            OutsideMedium outside) {
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.configuration = configuration;
        this.outside = outside;
    }

    @Override
    public List<Outgoing> handle(AgentStateRequest request, Envelope envelope) {
        Configuration now = configuration.get();
        @Nullable Refusal refusal = AgentChecks.agent(now, request.agentId());
        if (refusal == null) {
            refusal = AgentChecks.inMrd(now, request.agentId(), request.mrd());
        }
        if (refusal != null) {
            return answers.refuse(request, envelope, refusal);
        }
        @Nullable AgentOperation change = change(request);
        @Nullable
        Refusal fault = change == null
                ? Refusal.ofMember(
                        ErrorCode.INVALID_STATE, "State", "An agent may ask for READY, NOT_READY and LOGOUT only.")
                : reasonFault(request, requireNonNull(now.mrd(request.mrd())));
        if (change == null || fault != null) {
            return answers.refuse(request, envelope, loggedIn(request) ? requireNonNull(fault) : notLoggedIn(request));
        }
        Assignment assignment = Assignment.ofCommand(agents, tasks, envelope);
        if (outside.concerns(request.agentId(), request.mrd())) {
            @Nullable List<Outgoing> end = carry(request, envelope, change, assignment);
            if (end != null) {
                return end;
            }
        }
        AgentResult result = assignment.agent("asked", request.agentId(), change);
        return result.refusal() == null
                ? answers.tell(request, envelope, assignment.effects(), requireNonNull(result.state()))
                : answers.refuse(request, envelope, result.refusal());
    }

    /**
     * Asks the contact centre for the same, after what we would refuse ourselves.
     *
     * @return the end of it: refused, or its state is the answer; null where our own state is still to be changed
     */
    private @Nullable List<Outgoing> carry(
            AgentStateRequest request, Envelope envelope, AgentOperation change, Assignment assignment) {
        String agentId = request.agentId();
        boolean decides = outside.decides(request.mrd());
        @Nullable
        Refusal ours = AgentMachine.apply(agents.get(agentId), change, envelope.time())
                .result()
                .refusal();
        if (ours != null) {
            // Of our own, the record says so once more: it knows whether this is a repetition of what it has done.
            return decides ? answers.refuse(request, envelope, ours) : null;
        }
        if (!decides && request.state().equals("LOGOUT") && outside.blendedElsewhere(agentId, request.mrd())) {
            return null;
        }
        ContactCentre.Answer answer = outside.ask(agentId, wish(request));
        if (answer instanceof ContactCentre.Answer.Refused refused) {
            // Forced out of what is ours, whatever the contact centre says; out of what is its own it alone can let
            // him, unless it has nothing to do with him.
            boolean free = !decides || refused.refusal().code() == ErrorCode.AGENT_NOT_CONNECTED;
            return request.force() && free ? null : answers.refuse(request, envelope, refused.refusal());
        }
        AgentResult followed = outside.follow(assignment, agentId, ((ContactCentre.Answer.Done) answer).state());
        return decides && followed != null
                ? answers.tell(request, envelope, assignment.effects(), requireNonNull(followed.state()))
                : null;
    }

    private ContactCentre.Wish wish(AgentStateRequest request) {
        @Nullable Integer reason = outside.reasonCodeId(request.agentId(), request.reasonCode());
        return switch (request.state()) {
            case "READY" -> new ContactCentre.Wish.Ready();
            case "LOGOUT" -> new ContactCentre.Wish.SignOut(request.force() || !outside.decides(request.mrd()), reason);
            default -> new ContactCentre.Wish.NotReady(reason);
        };
    }

    private static @Nullable AgentOperation change(AgentStateRequest request) {
        return switch (request.state()) {
            case "READY" -> new AgentOperation.AskReadiness(request.mrd(), true, null);
            case "NOT_READY" -> new AgentOperation.AskReadiness(request.mrd(), false, request.reasonCode());
            case "LOGOUT" ->
                new AgentOperation.Logout(
                        request.mrd(),
                        request.force(),
                        request.force() && request.reasonCode() == null ? Reason.AGENT_LOGOUT : request.reasonCode());
            default -> null;
        };
    }

    private static @Nullable Refusal reasonFault(AgentStateRequest request, Mrd mrd) {
        if (request.state().equals("READY") || request.force()) {
            return null;
        }
        if (request.reasonCode() == null) {
            return mrd.reasonCodeRequired() && request.state().equals("NOT_READY")
                    ? Refusal.ofMember(
                            ErrorCode.MISSING_REASON_CODE,
                            "ReasonCode",
                            "In " + mrd.id() + " NOT_READY needs a ReasonCode" + listed(mrd) + ".")
                    : null;
        }
        return mrd.reasonCodes().isEmpty() || mrd.reasonCodes().contains(request.reasonCode())
                ? null
                : Refusal.ofMember(
                        ErrorCode.INVALID_MEMBER,
                        "ReasonCode",
                        "The ReasonCode is none of those of " + mrd.id() + listed(mrd) + ".");
    }

    private static String listed(Mrd mrd) {
        return mrd.reasonCodes().isEmpty() ? "" : ": " + String.join(", ", mrd.reasonCodes());
    }

    private boolean loggedIn(AgentStateRequest request) {
        MrdState state = agents.get(request.agentId()).in(request.mrd());
        return state != null && state.loggedIn();
    }

    private static Refusal notLoggedIn(AgentStateRequest request) {
        return Refusal.of(ErrorCode.AGENT_NOT_LOGGED_IN, "The agent is not logged in to " + request.mrd() + ".");
    }
}
