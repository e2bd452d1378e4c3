package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Message;
import org.mediarouter.message.Outgoing;

/** Calls the handler of one type of message. */
final class Handle<M extends Message> implements Processor {
    private final Class<M> type;
    private final Handler<? super M> handler;
    private final Patience patience;
    private final TellingOrder order;

    Handle(Class<M> type, Handler<? super M> handler, Patience patience, TellingOrder order) {
        this.type = type;
        this.handler = handler;
        this.patience = patience;
        this.order = order;
    }

    @Override
    public void process(Exchange exchange) {
        Delivery delivery = Delivery.of(exchange);
        M message = type.cast(requireNonNull(delivery.message()));
        if (delivery.line() == Line.COMMUNICATION_SERVER) {
            order.relay(message);
        }
        delivery.handled(patience.persist(() -> handler.handle(message, delivery.envelope())));
        if (delivery.line().commands()) {
            order.tell(delivery.results().stream().map(Outgoing::body).toList());
        }
    }
}
