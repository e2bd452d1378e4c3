package org.mediarouter.route;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Processor;
import org.mediarouter.message.Command;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Message;

/** Which handler does what: for each queue, by {@code JMSType}. */
public final class Legs {
    private final List<Leg<?>> legs = new ArrayList<>();

    /** The handler of one type of message on one queue. */
    record Leg<M extends Message>(String name, Class<M> type, Handler<? super M> handler) {
        boolean command() {
            return name.startsWith("general.");
        }

        Processor step(Patience patience, TellingOrder order) {
            return new Handle<>(type, handler, patience, order);
        }
    }

    /** A command on {@code General}, for example {@code TaskState}. */
    public <M extends Command> Legs general(String jmsType, Class<M> type, Handler<? super M> handler) {
        return add("general", jmsType, type, handler);
    }

    /** On {@code RoutingEngine}. */
    public <M extends Message> Legs engine(String jmsType, Class<M> type, Handler<? super M> handler) {
        return add("routing-engine", jmsType, type, handler);
    }

    /** On {@code CommunicationServer}. */
    public <M extends Message> Legs relay(String jmsType, Class<M> type, Handler<? super M> handler) {
        return add("communication-server", jmsType, type, handler);
    }

    private <M extends Message> Legs add(String queue, String jmsType, Class<M> type, Handler<? super M> handler) {
        legs.add(new Leg<>(queue + "." + jmsType, type, handler));
        return this;
    }

    List<Leg<?>> all() {
        return List.copyOf(legs);
    }
}
