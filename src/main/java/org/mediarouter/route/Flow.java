package org.mediarouter.route;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.Processor;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.message.Command;
import org.mediarouter.message.SignInDone;

/**
 * The steps under the names that the routes call them by. {@code receive-...}, {@code decode-...} and {@code handle-...}
 * are there for each queue and type.
 */
public final class Flow {
    private final Map<String, Processor> steps = new LinkedHashMap<>();
    private final Transactions transactions;

    /**
     * What the steps need of the node.
     *
     * @param newOwner hears of each MRD whose messages come to this node from now on
     * @param comesAgain hears of each message of an MRD that has been delivered before, with its operation
     * @param save makes durable what the calling thread has changed, before that is committed
     * @param forgetUnsaved forgets what the calling thread has changed and not saved: a rolled back message comes again
     * @param slow whether a command must leave the line of {@code General}, because somebody slow is asked for it
     */
    public record Parts(
            BrokerConnection broker,
            Legs legs,
            SignInLine signInLine,
            Answers answers,
            ClientDestinations destinations,
            Consumer<String> newOwner,
            BiConsumer<String, String> comesAgain,
            InHand inHand,
            Patience patience,
            TellingOrder order,
            Runnable save,
            Runnable forgetUnsaved,
            Traffic traffic,
            Runnable pause,
            Predicate<Command> slow,
            Clock clock) {}

    public Flow(Parts parts) {
        Sender sender = new Sender(new Reach(parts.broker().addresses()));
        Copies copies = new Copies(sender);
        Patience patience = parts.patience();
        Attempts attempts = new Attempts(parts.inHand());
        SignInTurn turn = new SignInTurn(parts.signInLine(), sender, patience);
        Reception reception = new Reception(
                parts.broker().identity(),
                parts.destinations()::allows,
                parts.broker().user(),
                parts.clock());
        transactions = new Transactions(
                parts.save(),
                parts.forgetUnsaved(),
                sender,
                patience,
                parts.order(),
                reception,
                attempts,
                parts.pause());

        for (Line line : Line.values()) {
            receive(line, parts, reception, attempts);
        }

        steps.put("decode-command", new DecodeCommand());
        steps.put("follow-sign-in", new FollowSignIn(parts.signInLine(), sender, patience, parts.slow()));
        legs(parts.legs(), patience, parts.order());
        steps.put("send", new Send(sender, copies, parts.traffic()));
        steps.put("unknown-type", new UnknownType());

        steps.put("await-turn", exchange -> turn.await(Delivery.of(exchange)));
        steps.put("leave-line", exchange -> turn.leave(Delivery.of(exchange)));
        steps.put("decode-sign-in-done", new DecodeOwn(SignInDone.class));
        steps.put("close-line", exchange -> turn.close(Delivery.of(exchange)));

        steps.put(
                "refuse-malformed",
                new RefuseMalformed(parts.answers(), parts.destinations(), sender, copies, patience, parts.traffic()));
        steps.put("give-up", new GiveUp(parts.answers(), sender, copies, turn, patience, parts.traffic()));
        steps.put("expire", new Expire(copies, turn));
        steps.put("note-failure", new Failure(attempts, parts.pause()));
    }

    /** Only the engine remembers something of its groups. */
    private void receive(Line line, Parts parts, Reception reception, Attempts attempts) {
        boolean remembers = line == Line.ROUTING_ENGINE;
        steps.put(
                "receive-" + line.step(),
                new Receive(
                        line,
                        reception,
                        attempts,
                        parts.inHand(),
                        remembers ? parts.newOwner() : group -> {},
                        remembers ? parts.comesAgain() : (group, operation) -> {},
                        parts.clock()));
    }

    private void legs(Legs legs, Patience patience, TellingOrder order) {
        for (Legs.Leg<?> leg : legs.all()) {
            if (!leg.command()) {
                steps.put("decode-" + leg.name(), new DecodeOwn(leg.type()));
            }
            steps.put("handle-" + leg.name(), leg.step(patience, order));
        }
    }

    /** What frames the handling of messages. */
    public Transactions transactions() {
        return transactions;
    }

    /** By name. */
    public Map<String, Processor> steps() {
        return Collections.unmodifiableMap(steps);
    }
}
