package org.mediarouter.chatserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Command;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Connected;
import org.mediarouter.message.Error;
import org.mediarouter.message.Login;
import org.mediarouter.message.Message;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;

/** An agent: what comes to his destination and what he has in mind go in, what he does comes out. Not thread-safe. */
final class VirtualAgent {
    private final AgentProfile profile;
    private final Dice dice;
    private final Readiness readiness;
    private final Work work;

    VirtualAgent(AgentProfile profile, Behaviour behaviour, Dice dice, RandomGenerator random, Floor floor) {
        this.profile = profile;
        this.dice = dice;
        this.readiness = new Readiness(profile, behaviour, random);
        this.work = new Work(profile.id(), behaviour, dice, random, floor);
    }

    AgentProfile profile() {
        return profile;
    }

    /** The state last told in that MRD. */
    AgentStateName state(String mrd) {
        AgentState state = readiness.state(mrd);
        return state == null ? AgentStateName.LOGOUT : state.state();
    }

    boolean signedIn() {
        return readiness.signedIn();
    }

    boolean gone() {
        return readiness.gone();
    }

    boolean holdsNothing() {
        return work.nothing();
    }

    /** Why the agent can't work at all; null where that isn't so. */
    @Nullable
    String refusal() {
        return readiness.refusal();
    }

    /** The end of the day: logs out as soon as nothing is held. */
    List<Action> leave() {
        return readiness.leave();
    }

    /** What came to the agent's destination. */
    List<Action> on(Message message, Instant now) {
        if (message instanceof Connected) {
            return readiness.onConnected();
        } else if (message instanceof AgentState told) {
            return both(readiness.on(told), work.on(told));
        } else if (message instanceof TaskAgentSelected offered) {
            return profile.id().equals(offered.agentId()) ? work.on(offered, now) : List.of();
        } else if (message instanceof TaskState told) {
            return onTask(told);
        } else if (message instanceof TaskConferenced told) {
            return work.on(told);
        } else if (message instanceof TaskAgentTransferred told) {
            return work.on(told);
        }
        return List.of();
    }

    /** One of the agent's commands was refused. */
    List<Action> refused(Command command, Error error) {
        if (command instanceof Connect connect) {
            return readiness.refused(connect, error);
        } else if (command instanceof Login login) {
            return readiness.refused(login, error);
        } else if (command instanceof AgentStateRequest request) {
            return readiness.refused(request, error);
        } else if (command instanceof TaskStateRequest request) {
            return work.refused(request, error);
        } else if (command instanceof Transfer transfer && transfer.recipientAgentId() != null) {
            dice.transfer.owe();
        } else if (command instanceof Conference) {
            dice.confer.owe();
        }
        return List.of();
    }

    /** The time for what the agent had in mind has come. */
    List<Action> due(Intent intent) {
        if (intent instanceof Intent.Continue next) {
            return work.on(next);
        } else if (intent instanceof Intent.Answer answer) {
            return work.on(answer);
        } else if (intent instanceof Intent.Forget forget) {
            work.on(forget);
            return List.of();
        } else if (intent instanceof Intent.SignIn) {
            return readiness.signIn();
        } else if (intent instanceof Intent.BackToWork back) {
            return readiness.on(back);
        } else if (intent instanceof Intent.EndBreak) {
            return readiness.endBreak();
        } else if (intent instanceof Intent.BeginShift) {
            return readiness.beginShift();
        } else if (intent instanceof Intent.EndShift) {
            return readiness.endShift();
        } else if (intent instanceof Intent.LeaveAtOnce) {
            return readiness.leaveAtOnce();
        }
        return List.of();
    }

    private List<Action> onTask(TaskState told) {
        boolean held = work.holds(told.taskId());
        List<Action> actions = work.on(told);
        boolean ended = held && !work.holds(told.taskId());
        return ended && dice.takeBreak.comesUp() ? both(actions, readiness.takeBreak()) : actions;
    }

    private static List<Action> both(List<Action> first, List<Action> second) {
        List<Action> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
