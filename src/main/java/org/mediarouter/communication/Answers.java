package org.mediarouter.communication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.Whereabouts;
import org.mediarouter.assignment.Effect;
import org.mediarouter.assignment.Handovers;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Message;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.task.TaskResult.Handover;

/** Who hears what (protocol, section 2): answers and events, one copy of one event to one destination. */
public final class Answers {
    private final AgentStore agents;

    public Answers(AgentStore agents) {
        this.agents = agents;
    }

    /** The agents looked at for one message: each is asked for once. */
    private final class Looked {
        private final Map<String, Whereabouts> known = new HashMap<>();

        Whereabouts at(String agentId) {
            return known.computeIfAbsent(agentId, id -> agents.get(id).whereabouts());
        }

        /** What the changes themselves say of the agents need not be asked for; the latest counts. */
        void learn(List<Effect> effects) {
            for (Effect effect : effects) {
                if (effect instanceof Effect.AgentChanged agent && agent.heard() != null) {
                    known.put(agent.state().agentId(), agent.heard());
                }
            }
        }

        Destination answer(@Nullable String agentId, @Nullable Destination replyTo) {
            if (replyTo != null) {
                return replyTo;
            }
            Whereabouts agent = agentId == null ? null : at(agentId);
            return agent == null || !agent.connected() ? Destination.CHAT_SERVER : agent.destination();
        }

        /** The destinations of these agents and of the creator, each once. */
        Set<Destination> heard(List<String> agentIds, @Nullable Destination creator) {
            Set<Destination> heard = new LinkedHashSet<>();
            agentIds.forEach(agent -> heard.add(at(agent).destination()));
            if (creator != null) {
                heard.add(creator);
            }
            return heard;
        }
    }

    /**
     * Where the answer goes: to {@code JMSReplyTo}, else to the destination of the connected agent whom the command names,
     * else to {@code ChatServer}.
     */
    public Destination of(@Nullable String agentId, @Nullable Destination replyTo) {
        return new Looked().answer(agentId, replyTo);
    }

    /** The destinations of these agents and of a task's creator, each once. */
    Set<Destination> heard(List<String> agentIds, @Nullable Destination creator) {
        return new Looked().heard(agentIds, creator);
    }

    /** The answer alone. */
    public List<Outgoing> answer(Command command, Envelope envelope, Message answer) {
        return List.of(Outgoing.told(of(command.speaker(), envelope.replyTo()), answer, envelope.correlation()));
    }

    /** The command is refused. */
    public List<Outgoing> refuse(Command command, Envelope envelope, Refusal refusal) {
        return answer(command, envelope, Error.to(command, refusal, envelope.time()));
    }

    public List<Outgoing> refuse(Command command, Envelope envelope, ErrorCode code, String message) {
        return refuse(command, envelope, Refusal.of(code, message));
    }

    public List<Outgoing> refuseMember(Command command, Envelope envelope, String member, String message) {
        return refuse(command, envelope, Refusal.ofMember(ErrorCode.INVALID_MEMBER, member, message));
    }

    /** Everything that changed, to the engine and to whom it concerns, and the answer last unless it is one of these. */
    public List<Outgoing> tell(Command command, Envelope envelope, List<Effect> effects, Message answer) {
        Looked looked = new Looked();
        looked.learn(effects);
        Destination answered = looked.answer(command.speaker(), envelope.replyTo());
        List<Outgoing> out = new ArrayList<>();
        Map<Message, Set<Destination>> told = changed(envelope, effects, looked, out);
        told.computeIfAbsent(answer, same -> new LinkedHashSet<>()).add(answered);
        told.forEach((body, heard) -> heard.forEach(to -> out.add(Outgoing.told(to, body, envelope.correlation()))));
        return out;
    }

    /** Everything that changed without a command of a Chat Server. */
    List<Outgoing> tell(Envelope envelope, List<Effect> effects) {
        Looked looked = new Looked();
        looked.learn(effects);
        List<Outgoing> out = new ArrayList<>();
        changed(envelope, effects, looked, out)
                .forEach(
                        (body, heard) -> heard.forEach(to -> out.add(Outgoing.told(to, body, envelope.correlation()))));
        return out;
    }

    /** What is told to whom; what goes to the engine, and how transfers ended, is added to {@code out} at once. */
    private static Map<Message, Set<Destination>> changed(
            Envelope envelope, List<Effect> effects, Looked looked, List<Outgoing> out) {
        Map<Message, Set<Destination>> told = new LinkedHashMap<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.AgentChanged agent) {
                String mrd = agent.state().mrd();
                out.add(Outgoing.toEngine(mrd, agent.state(), envelope.correlation(), List.of()));
                told.put(agent.state(), looked.heard(List.of(agent.state().agentId()), null));
            } else if (effect instanceof Effect.AgentStirred stirred) {
                String mrd = stirred.state().mrd();
                out.add(Outgoing.toEngine(mrd, stirred.state(), envelope.correlation(), List.of()));
            } else if (effect instanceof Effect.TaskChanged task) {
                String mrd = task.state().mrd();
                out.add(Outgoing.toEngine(mrd, task.state(), envelope.correlation(), task.audience()));
                told.put(task.state(), looked.heard(task.audience(), task.creator()));
                if (task.handover() != null) {
                    out.addAll(ended(task.handover(), task, envelope, looked));
                }
            }
        }
        return told;
    }

    /** How a transfer by offer ended: to both agents and the creator, and to who had asked for it. */
    private static List<Outgoing> ended(Handover handover, Effect.TaskChanged task, Envelope envelope, Looked looked) {
        Destination asked = looked.answer(
                handover.from(),
                handover.offered() == null ? null : handover.offered().replyTo());
        String correlation = handover.offered() == null
                ? envelope.correlation()
                : handover.offered().correlation();
        if (!handover.accepted()) {
            return List.of(Outgoing.told(
                    asked,
                    Handovers.notAccepted(handover, task.state(), task.state().time()),
                    correlation));
        }
        Message transferred = Handovers.transferred(handover, task.state());
        Set<Destination> heard = looked.heard(task.audience(), task.creator());
        heard.add(asked);
        return heard.stream()
                .map(to -> Outgoing.told(to, transferred, correlation))
                .toList();
    }
}
