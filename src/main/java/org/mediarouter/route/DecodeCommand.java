package org.mediarouter.route;

import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Codec.Decoded;

/** A client's message becomes a command, or is malformed. */
final class DecodeCommand implements Processor {
    @Override
    public void process(Exchange exchange) throws JMSException, Malformed {
        Delivery delivery = Delivery.of(exchange);
        Body body = Body.of(delivery.received());
        if (body instanceof Body.Unread unread) {
            throw new Malformed(unread.refusal(), null);
        }
        Decoded decoded = Codec.command(delivery.type(), ((Body.Text) body).text());
        if (decoded instanceof Decoded.Malformed malformed) {
            throw new Malformed(malformed.refusal(), malformed.body());
        }
        delivery.decoded(((Decoded.Understood) decoded).command());
    }
}
