package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/** The first step of each route: what the broker delivered becomes the {@link Delivery} that the other steps work on. */
final class Receive implements Processor {
    private final Line line;
    private final Reception reception;
    private final Attempts attempts;
    private final InHand inHand;
    private final Consumer<String> newOwner;
    private final BiConsumer<String, String> comesAgain;
    private final Clock clock;

    /**
     * For one queue.
     *
     * @param newOwner hears of each message group that this node takes over: what the node remembers of it may be out of date
     * @param comesAgain hears of each message of a group that has been delivered before, with its operation
     */
    Receive(
            Line line,
            Reception reception,
            Attempts attempts,
            InHand inHand,
            Consumer<String> newOwner,
            BiConsumer<String, String> comesAgain,
            Clock clock) {
        this.line = line;
        this.reception = reception;
        this.attempts = attempts;
        this.inHand = inHand;
        this.newOwner = newOwner;
        this.comesAgain = comesAgain;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws JMSException, Interruption {
        JmsMessage in = exchange.getIn(JmsMessage.class);
        Message message = requireNonNull(in.getJmsMessage());
        Delivery delivery = reception.receive(line, message, requireNonNull(in.getJmsSession()));
        // All that a route looks at; of Camel's own message each property that a client invents would be a header.
        DefaultMessage plain = new DefaultMessage(exchange);
        plain.setHeaders(headers(delivery.type()));
        plain.setBody(delivery);
        exchange.setIn(plain);
        String operation = delivery.envelope().operation();
        int deliveries = message.getIntProperty(Names.DELIVERIES);
        int tried = attempts.of(operation, deliveries);
        if (tried > Attempts.MOST) {
            throw new Exhausted(Attempts.MOST);
        }
        long expires = Reception.expires(line, message);
        if (expires > 0 && expires <= clock.millis()) {
            throw new Expired();
        }
        note(exchange, operation);
        String group = delivery.group();
        if (group != null && message.propertyExists(Names.GROUP_FIRST)) {
            newOwner.accept(group);
        }
        if (group != null && deliveries > 1) {
            comesAgain.accept(group, operation);
        }
    }

    private static Map<String, Object> headers(@Nullable String type) {
        Map<String, Object> headers = new HashMap<>();
        if (type != null) {
            headers.put("JMSType", type);
        }
        return headers;
    }

    private void note(Exchange exchange, String operation) {
        int slot = inHand.pickUp(operation);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                inHand.forget(operation);
            }

            @Override
            public void onDone(Exchange done) {
                inHand.putDown(slot);
            }
        });
    }
}
