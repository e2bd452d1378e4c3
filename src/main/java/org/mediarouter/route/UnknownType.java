package org.mediarouter.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;

/** A type that doesn't belong to the queue, on a queue of our own: put there by hand. */
final class UnknownType implements Processor {
    @Override
    public void process(Exchange exchange) throws Malformed {
        String source = Delivery.of(exchange).line().source();
        throw new Malformed(
                Refusal.of(ErrorCode.UNKNOWN_TYPE, "The JMSType is none of those of " + source + "."), null);
    }
}
