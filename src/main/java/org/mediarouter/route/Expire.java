package org.mediarouter.route;

import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Codec.Decoded;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;

/** A command whose time was over: it goes where the broker puts the others that expired, and has no effect. */
final class Expire implements Processor {
    private static final Destination EXPIRED = Destination.queue("ExpiryQueue");

    private final Copies copies;
    private final SignInTurn turn;

    Expire(Copies copies, SignInTurn turn) {
        this.copies = copies;
        this.turn = turn;
    }

    @Override
    public void process(Exchange exchange) throws JMSException {
        Delivery delivery = Delivery.of(exchange);
        String text = Body.of(delivery.received()) instanceof Body.Text body ? body.text() : "";
        if (delivery.line() == Line.SIGN_IN
                && Codec.command(delivery.type(), text) instanceof Decoded.Understood understood) {
            turn.leave(delivery, understood.command());
        }
        String reason = String.valueOf(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Expired.class).getMessage());
        copies.send(EXPIRED, delivery, ErrorCode.SERVICE_UNAVAILABLE, reason, Codec.members(text));
    }
}
