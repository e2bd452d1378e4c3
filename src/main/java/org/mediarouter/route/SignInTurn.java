package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.message.Command;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.SignInDone;
import org.mediarouter.message.Unavailable;

/** How what took the detour over {@code SignIn} waits for its turn, and how it leaves the line. */
final class SignInTurn {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final SignInLine line;
    private final Sender sender;
    private final Patience patience;

    SignInTurn(SignInLine line, Sender sender, Patience patience) {
        this.line = line;
        this.sender = sender;
        this.patience = patience;
    }

    /**
     * Waits until what must come before it has been handled.
     *
     * @throws Unavailable its turn doesn't come: whoever has the others is stuck
     */
    void await(Delivery delivery) throws JMSException {
        String after = delivery.received().getStringProperty(Names.AFTER);
        if (after == null || after.isEmpty()) {
            return;
        }
        Set<String> operations = Set.of(after.split(","));
        long began = System.nanoTime();
        while (!patience.persist(() -> line.handled(operations))) {
            if (System.nanoTime() - began > LONGEST.toNanos() || patience.stoppedWithin(PAUSE)) {
                throw new Unavailable("sign-in work that comes first is not done", new IllegalStateException(after));
            }
        }
    }

    /** The command has been handled: the line hears of it when that is committed. */
    void leave(Delivery delivery) throws JMSException {
        if (delivery.message() instanceof Command command) {
            leave(delivery, command);
        }
    }

    void leave(Delivery delivery, Command command) throws JMSException {
        List<String> names = FollowSignIn.names(command);
        if (names.isEmpty()) {
            return;
        }
        String operation = delivery.envelope().operation();
        patience.persist(() -> {
            line.markHandled(operation, names);
            return operation;
        });
        String group = delivery.group();
        sender.send(
                delivery.session(),
                List.of(new Outgoing(
                        Line.SIGN_IN.queue(),
                        new SignInDone(operation, names),
                        delivery.envelope().correlation(),
                        delivery.line() == Line.SIGN_IN && group != null ? group : names.get(0),
                        null,
                        List.of(),
                        null)));
    }

    /** What was committed before this message was sent is over. */
    void close(Delivery delivery) {
        SignInDone done = (SignInDone) requireNonNull(delivery.message());
        patience.persist(() -> {
            line.close(done.operation(), done.names());
            return done;
        });
    }
}
