package org.mediarouter.route;

import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Codec;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Message;
import org.mediarouter.message.Refusal;

/** One of our own messages becomes its record. What can't be read was put there by hand. */
final class DecodeOwn implements Processor {
    private final Class<? extends Message> type;

    DecodeOwn(Class<? extends Message> type) {
        this.type = type;
    }

    @Override
    public void process(Exchange exchange) throws JMSException, Malformed {
        Delivery delivery = Delivery.of(exchange);
        Body body = Body.of(delivery.received());
        if (body instanceof Body.Unread unread) {
            throw new Malformed(unread.refusal(), null);
        }
        try {
            delivery.decoded(Codec.decode(type, ((Body.Text) body).text()));
        } catch (IllegalArgumentException e) {
            throw new Malformed(Refusal.of(ErrorCode.INVALID_JSON, String.valueOf(e.getMessage())), null);
        }
    }
}
