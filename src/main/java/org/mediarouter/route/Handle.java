package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Message;

/** Calls the handler of one type of message. */
final class Handle<M extends Message> implements Processor {
    private final Class<M> type;
    private final Handler<? super M> handler;
    private final Patience patience;

    Handle(Class<M> type, Handler<? super M> handler, Patience patience) {
        this.type = type;
        this.handler = handler;
        this.patience = patience;
    }

    @Override
    public void process(Exchange exchange) {
        Delivery delivery = Delivery.of(exchange);
        M message = type.cast(requireNonNull(delivery.message()));
        delivery.handled(patience.persist(() -> handler.handle(message, delivery.envelope())));
    }
}
