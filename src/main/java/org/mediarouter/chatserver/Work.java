package org.mediarouter.chatserver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.chatserver.Holding.Deed;
import org.mediarouter.chatserver.Holding.Role;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Command;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Error;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.HeldTask;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;

/** The tasks of one agent: offers answered or not, conversations, and what comes between (rows 4-9, 11, 15). */
final class Work {
    /** An offer is remembered a little longer than it stands: its withdrawal is on the way. */
    private static final Duration WITHDRAWAL = Duration.ofSeconds(5);

    private static final int ENDED_REMEMBERED = 200;

    private final String me;
    private final Behaviour behaviour;
    private final Dice dice;
    private final RandomGenerator random;
    private final Floor floor;
    private final Planner planner;
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    /** The last tasks seen closed: what is told of them late is old news. */
    private final Map<String, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > ENDED_REMEMBERED;
        }
    };

    Work(String me, Behaviour behaviour, Dice dice, RandomGenerator random, Floor floor) {
        this.me = me;
        this.behaviour = behaviour;
        this.dice = dice;
        this.random = random;
        this.floor = floor;
        this.planner = new Planner(behaviour, dice, random);
    }

    boolean holds(String taskId) {
        return holdings.containsKey(taskId);
    }

    boolean nothing() {
        return holdings.isEmpty();
    }

    List<Action> on(TaskAgentSelected offered, Instant now) {
        Holding known = holdings.get(offered.taskId());
        if (ended.containsKey(offered.taskId())
                || (known != null && (known.role != Role.OFFERED || known.offer >= offered.offer()))) {
            return List.of();
        }
        String task = offered.taskId();
        int offer = offered.offer();
        holdings.put(task, new Holding(task, offered.mrd(), offered.queue(), offer, Role.OFFERED));
        List<Action> actions = new ArrayList<>();
        Duration stands = Duration.between(now, offered.acceptBefore());
        actions.add(new Action.Later(
                (stands.isNegative() ? Duration.ZERO : stands).plus(WITHDRAWAL), new Intent.Forget(task, offer)));
        if (!dice.letRing.comesUp()) {
            boolean accept = !dice.reject.comesUp();
            actions.add(new Action.Later(behaviour.thinking().draw(random), new Intent.Answer(task, offer, accept)));
        }
        return actions;
    }

    List<Action> on(Intent.Answer answer) {
        Holding holding = holdings.get(answer.taskId());
        if (holding == null || holding.role != Role.OFFERED || holding.offer != answer.offer()) {
            return List.of();
        }
        String state = answer.accept() ? "ACTIVE" : "REJECTED";
        return send(new TaskStateRequest(answer.taskId(), state, me, null, answer.offer()));
    }

    void on(Intent.Forget forget) {
        Holding holding = holdings.get(forget.taskId());
        if (holding != null && holding.role == Role.OFFERED && holding.offer == forget.offer()) {
            holdings.remove(forget.taskId());
        }
    }

    /** What is told of a task; whether it ended for the agent is to be seen from {@link #holds}. */
    List<Action> on(TaskState told) {
        Holding holding = holdings.get(told.taskId());
        if (holding != null && outdated(holding, told)) {
            return List.of();
        }
        if (holding != null) {
            holding.version = told.version();
        }
        boolean owner = me.equals(told.agentId());
        boolean participant = told.participants() != null && told.participants().contains(me);
        return switch (told.state()) {
            case QUEUED -> drop(told.taskId(), false);
            case RESERVED -> owner ? List.of() : drop(told.taskId(), false);
            case CLOSED -> drop(told.taskId(), true);
            case ACTIVE, PAUSED, WRAP_UP ->
                owner ? own(holding, told) : participant ? join(told) : drop(told.taskId(), false);
        };
    }

    private static boolean outdated(Holding holding, TaskState told) {
        boolean earlierOffer = told.offer() != null && told.offer() < holding.offer;
        return told.version() < holding.version || (holding.role == Role.OFFERED && earlierOffer);
    }

    List<Action> on(TaskConferenced told) {
        boolean new_ = me.equals(told.participantAgentId())
                && !holdings.containsKey(told.taskId())
                && !ended.containsKey(told.taskId());
        return new_ ? take(told.taskId(), told.mrd(), null, Role.PARTICIPANT) : List.of();
    }

    List<Action> on(TaskAgentTransferred told) {
        if (ended.containsKey(told.taskId())) {
            return List.of();
        }
        Holding holding = holdings.get(told.taskId());
        if (me.equals(told.ownerAgentId())) {
            return drop(told.taskId(), false);
        }
        if (!me.equals(told.recipientAgentId()) || (holding != null && holding.role == Role.OWNER)) {
            return List.of();
        }
        return take(told.taskId(), told.mrd(), null, Role.OWNER);
    }

    /** What an agent holds by the system's word, from before this Chat Server came. */
    List<Action> on(AgentState told) {
        if (told.tasks() == null) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        for (HeldTask task : told.tasks()) {
            if (!holdings.containsKey(task.taskId()) && task.state() != TaskStateName.RESERVED) {
                actions.addAll(take(task.taskId(), told.mrd(), null, Role.OWNER));
            }
        }
        return actions;
    }

    List<Action> on(Intent.Continue next) {
        Holding holding = holdings.get(next.taskId());
        if (holding == null || holding.generation != next.generation()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>(carryOut(holding, holding.take()));
        actions.addAll(holding.next());
        return actions;
    }

    /** A command about a task was refused: an offer is gone, a task must be looked at; a transfer just hasn't happened. */
    List<Action> refused(TaskStateRequest request, Error error) {
        Holding holding = holdings.get(request.taskId());
        if (holding == null) {
            return List.of();
        }
        return switch (error.code()) {
            case TASK_NOT_FOUND -> drop(request.taskId(), true);
            case OFFER_EXPIRED, NOT_ON_TASK -> drop(request.taskId(), false);
            default ->
                holding.role == Role.OFFERED ? drop(request.taskId(), false) : send(new GetTaskState(request.taskId()));
        };
    }

    private List<Action> own(@Nullable Holding holding, TaskState told) {
        if (holding == null) {
            return ended.containsKey(told.taskId())
                    ? List.of()
                    : take(told.taskId(), told.mrd(), told.queue(), Role.OWNER);
        }
        Arrival customer = floor.customerOf(told.taskId());
        if (holding.role != Role.OWNER) {
            boolean accepted = holding.role == Role.OFFERED;
            holding.role = Role.OWNER;
            return holding.plan(accepted ? planner.whole(customer) : planner.rest(customer));
        }
        if (holding.done()) {
            boolean again = told.offers() != null;
            return told.state() == TaskStateName.WRAP_UP
                    ? holding.plan(planner.afterWork(customer))
                    : again ? carryOut(holding, Deed.CLOSE) : List.of();
        }
        return List.of();
    }

    private List<Action> join(TaskState told) {
        Holding holding = holdings.get(told.taskId());
        if (holding == null) {
            return ended.containsKey(told.taskId())
                    ? List.of()
                    : take(told.taskId(), told.mrd(), told.queue(), Role.PARTICIPANT);
        }
        if (holding.role == Role.PARTICIPANT) {
            boolean again = holding.done() && told.offers() != null;
            return again ? carryOut(holding, Deed.CLOSE) : List.of();
        }
        holding.role = Role.PARTICIPANT;
        return holding.plan(planner.conference());
    }

    private List<Action> take(String taskId, String mrd, @Nullable String queue, Role role) {
        Holding holding = holdings.computeIfAbsent(taskId, id -> new Holding(id, mrd, queue, 0, role));
        holding.role = role;
        return holding.plan(role == Role.OWNER ? planner.rest(floor.customerOf(taskId)) : planner.conference());
    }

    private List<Action> drop(String taskId, boolean forGood) {
        holdings.remove(taskId);
        if (forGood) {
            ended.put(taskId, true);
        }
        return List.of();
    }

    private List<Action> carryOut(Holding holding, Deed deed) {
        String task = holding.taskId;
        return switch (deed) {
            case PAUSE -> ask(task, "PAUSED");
            case RESUME -> ask(task, "ACTIVE");
            case WRAP_UP -> ask(task, "WRAP_UP");
            case CLOSE -> ask(task, "CLOSED");
            case LOOK -> send(new GetTaskState(task));
            case TRANSFER -> {
                String colleague = colleague(holding, dice.transfer);
                yield colleague == null ? List.of() : send(new Transfer(task, me, colleague, null, null, null));
            }
            case REQUEUE ->
                holding.queue == null || floor.closing()
                        ? List.of()
                        : send(new Transfer(task, me, null, holding.queue, null, null));
            case CONFER -> {
                String colleague = colleague(holding, dice.confer);
                yield colleague == null ? List.of() : send(new Conference(task, me, colleague, null, null));
            }
        };
    }

    private @Nullable String colleague(Holding holding, Dice.OneIn dice) {
        String colleague = floor.closing() ? null : floor.colleague(holding.mrd, me, random);
        if (colleague == null) {
            dice.owe();
        }
        return colleague;
    }

    private List<Action> ask(String task, String state) {
        return send(new TaskStateRequest(task, state, me, null, null));
    }

    private static List<Action> send(Command command) {
        return List.of(new Action.Send(command));
    }
}
