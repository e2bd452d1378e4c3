package org.mediarouter.route;

import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Error;
import org.mediarouter.message.Outgoing;

/**
 * The last step of a leg: sends what the handler returned. A command that a handler found malformed is copied to {@code
 * Invalid}, as any other.
 */
final class Send implements Processor {
    private final Sender sender;
    private final Copies copies;
    private final Traffic traffic;

    Send(Sender sender, Copies copies, Traffic traffic) {
        this.sender = sender;
        this.copies = copies;
        this.traffic = traffic;
    }

    @Override
    public void process(Exchange exchange) throws JMSException, Malformed {
        Delivery delivery = Delivery.of(exchange);
        sender.send(delivery.session(), delivery.results());
        for (Outgoing outgoing : delivery.results()) {
            if (delivery.line().commands()
                    && outgoing.body() instanceof Error error
                    && error.code().malformed()) {
                copies.send(
                        Destination.INVALID, delivery, error.code(), error.message(), Codec.members(body(delivery)));
                break;
            }
        }
        traffic.handled(delivery);
    }

    private static String body(Delivery delivery) throws JMSException {
        return Body.of(delivery.received()) instanceof Body.Text body ? body.text() : "";
    }
}
