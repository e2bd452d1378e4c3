package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.agent.SignInLine.Detour;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;

/**
 * Sign-in work leaves the line of {@code General}, and what names the same agent or task follows it there (protocol,
 * section 1, "order"). What goes there goes as it came; the leg ends here, and begins again there.
 */
final class FollowSignIn implements Processor {
    private final SignInLine line;
    private final Sender sender;
    private final Patience patience;
    private final Predicate<Command> slow;

    /**
     * For one line.
     *
     * @param slow whether a command is sign-in work itself: it asks a directory, or a contact centre
     */
    FollowSignIn(SignInLine line, Sender sender, Patience patience, Predicate<Command> slow) {
        this.line = line;
        this.sender = sender;
        this.patience = patience;
        this.slow = slow;
    }

    @Override
    public void process(Exchange exchange) throws JMSException {
        Delivery delivery = Delivery.of(exchange);
        if (delivery.line() != Line.GENERAL) {
            return;
        }
        Command command = (Command) requireNonNull(delivery.message());
        List<String> names = names(command);
        if (names.isEmpty()) {
            return;
        }
        boolean opens = slow.test(command);
        Detour detour = patience.persist(() -> line.follow(delivery.envelope().operation(), names, opens));
        if (detour != null) {
            forward(delivery, detour);
            exchange.setRouteStop(true);
        }
    }

    /** The agents and the task that a command names, as the line knows them. */
    static List<String> names(Command command) {
        String task = command.aboutTask();
        if (task == null) {
            return command.agents();
        }
        List<String> names = new ArrayList<>(command.agents());
        names.add("task:" + task);
        return names;
    }

    private void forward(Delivery delivery, Detour detour) throws JMSException {
        Envelope envelope = delivery.envelope();
        TextMessage message = delivery.session().createTextMessage(((Body.Text) Body.of(delivery.received())).text());
        message.setJMSType(delivery.type());
        message.setJMSCorrelationID(envelope.correlation());
        message.setStringProperty(Names.GROUP, detour.group());
        message.setStringProperty(Names.OPERATION, envelope.operation());
        message.setStringProperty(Names.AFTER, String.join(",", detour.after()));
        set(message, Names.SENDER, envelope.user());
        set(message, Names.REPLY_TO, envelope.replyTo());
        long expires = delivery.received().getJMSExpiration();
        if (expires > 0) {
            // Not as its own expiry: the broker would drop it without the line's knowing.
            message.setLongProperty(Names.EXPIRES, expires);
        }
        sender.send(Destination.SIGN_IN, message);
    }

    private static void set(TextMessage message, String name, @Nullable Object value) throws JMSException {
        if (value != null) {
            message.setStringProperty(name, value.toString());
        }
    }
}
