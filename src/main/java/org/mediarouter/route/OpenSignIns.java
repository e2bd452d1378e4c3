package org.mediarouter.route;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Codec.Decoded;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;

/** The sign-in work that was under way when all nodes stopped: the queue {@code SignIn} has it. */
public final class OpenSignIns {
    private final BrokerConnection broker;
    private final SignInLine line;
    private final Patience patience;

    public OpenSignIns(BrokerConnection broker, SignInLine line, Patience patience) {
        this.broker = broker;
        this.line = line;
        this.patience = patience;
    }

    /**
     * Enters it in the line, where that has just begun. To be called before this node takes messages.
     *
     * @throws IllegalStateException the broker doesn't answer
     * @throws org.mediarouter.message.Unavailable the cluster is away, and stays so
     */
    public void enter() {
        patience.persist(() -> {
            line.begin(this::waiting);
            return true;
        });
    }

    private List<SignInLine.Open> waiting() {
        try {
            return open();
        } catch (JMSException e) {
            throw new IllegalStateException("The broker doesn't tell what waits in SignIn", e);
        }
    }

    private List<SignInLine.Open> open() throws JMSException {
        List<SignInLine.Open> open = new ArrayList<>();
        try (Connection connection = broker.connectionFactory().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(Destination.SIGN_IN.name()))) {
            connection.start();
            for (Object message : Collections.list(browser.getEnumeration())) {
                SignInLine.Open one = open((Message) message);
                if (one != null) {
                    open.add(one);
                }
            }
        }
        return open;
    }

    /** What a command that took the detour is known by; null for our own messages. */
    private static SignInLine.@Nullable Open open(Message message) throws JMSException {
        String operation = message.getStringProperty(Names.OPERATION);
        String group = message.getStringProperty(Names.GROUP);
        Command command = operation == null ? null : command(message);
        if (operation == null || group == null || command == null) {
            return null;
        }
        String after = message.getStringProperty(Names.AFTER);
        Set<String> before = after == null || after.isEmpty() ? Set.of() : Set.of(after.split(","));
        return new SignInLine.Open(operation, FollowSignIn.names(command), new SignInLine.Detour(group, before));
    }

    private static @Nullable Command command(Message message) throws JMSException {
        return Body.of(message) instanceof Body.Text body
                        && Codec.command(message.getJMSType(), body.text()) instanceof Decoded.Understood understood
                ? understood.command()
                : null;
    }
}
