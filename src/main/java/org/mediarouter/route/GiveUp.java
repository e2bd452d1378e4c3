package org.mediarouter.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.mediarouter.communication.Answers;
import org.mediarouter.message.Category;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Codec.Decoded;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a message that could not be handled: in {@code DLQ}, and its sender hears of it. */
final class GiveUp implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(GiveUp.class);
    private static final String SORRY = "The command could not be handled; it has been put aside for the operators.";

    private final Answers answers;
    private final Sender sender;
    private final Copies copies;
    private final SignInTurn turn;
    private final Patience patience;
    private final Traffic traffic;

    GiveUp(Answers answers, Sender sender, Copies copies, SignInTurn turn, Patience patience, Traffic traffic) {
        this.answers = answers;
        this.sender = sender;
        this.copies = copies;
        this.turn = turn;
        this.patience = patience;
        this.traffic = traffic;
    }

    @Override
    public void process(Exchange exchange) throws JMSException {
        Delivery delivery = Delivery.of(exchange);
        String reason = String.valueOf(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exhausted.class).getMessage());
        Command command = command(delivery);
        Envelope envelope = delivery.envelope();
        if (delivery.line().commands() || envelope.replyTo() != null) {
            Destination to =
                    patience.persist(() -> answers.of(command == null ? null : command.speaker(), envelope.replyTo()));
            delivery.handled(List.of(Outgoing.told(to, error(delivery, command), envelope.correlation())));
            sender.send(delivery.session(), delivery.results());
        }
        if (command != null && delivery.line().commands()) {
            turn.leave(delivery, command);
        }
        LOG.error(
                "{} {} from {} goes to DLQ: {}",
                delivery.type(),
                envelope.operation(),
                delivery.line().source(),
                reason);
        copies.send(Destination.DEAD_LETTERS, delivery, ErrorCode.SERVICE_UNAVAILABLE, reason, members(delivery));
        traffic.handled(delivery);
    }

    /** Whatever made the handling fail may make the reading fail: then nothing is known of the command. */
    private static @Nullable Command command(Delivery delivery) {
        try {
            return Body.of(delivery.received()) instanceof Body.Text body
                            && Codec.command(delivery.type(), body.text()) instanceof Decoded.Understood understood
                    ? understood.command()
                    : null;
        } catch (JMSException | RuntimeException e) {
            LOG.warn("{} can't be read", delivery.envelope().operation(), e);
            return null;
        }
    }

    private static @Nullable ObjectNode members(Delivery delivery) {
        try {
            return Body.of(delivery.received()) instanceof Body.Text body ? Codec.members(body.text()) : null;
        } catch (JMSException | RuntimeException e) {
            LOG.warn("{} can't be read", delivery.envelope().operation(), e);
            return null;
        }
    }

    private static Error error(Delivery delivery, @Nullable Command command) {
        Refusal refusal = Refusal.of(ErrorCode.SERVICE_UNAVAILABLE, SORRY);
        return command == null
                ? new Error(
                        refusal.code(),
                        refusal.message(),
                        delivery.type(),
                        null,
                        null,
                        null,
                        null,
                        delivery.envelope().time(),
                        Category.AGENT_STATE)
                : Error.to(command, refusal, delivery.envelope().time());
    }
}
