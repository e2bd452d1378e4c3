package org.mediarouter.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes a failure, whose transaction is rolled back: the broker delivers the message again. */
final class Failure implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private final Attempts attempts;
    private final Runnable pause;

    /**
     * For one node.
     *
     * @param pause stops the consumers
     */
    Failure(Attempts attempts, Runnable pause) {
        this.attempts = attempts;
        this.pause = pause;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (!(exchange.getIn().getBody() instanceof Delivery delivery)) {
            LOG.error("a message could not be received", failure);
            return;
        }
        String operation = delivery.envelope().operation();
        if (failure instanceof Unavailable) {
            pause.run();
            return;
        }
        if (failure instanceof GivenBack) {
            return;
        }
        attempts.failed(operation);
        LOG.error(
                "{} {} from {} failed",
                delivery.type(),
                operation,
                delivery.line().source(),
                failure);
    }
}
