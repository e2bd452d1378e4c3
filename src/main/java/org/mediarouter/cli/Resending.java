package org.mediarouter.cli;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages from one queue to where they came from. Each is taken and sent in one transaction of the broker: whatever
 * happens meanwhile, it lies in the one queue or in the other.
 */
final class Resending {
    /** So many are asked for by name at a time: a consumer looks through the whole queue. */
    private static final int AT_A_TIME = 100;

    private static final long PATIENCE_MS = 2_000;

    private final QueueDoor door;
    private final String from;
    private final @Nullable String to;
    private final Consumer<String> tell;
    private final Set<String> taking = new HashSet<>();

    /**
     * One for a call.
     *
     * @param to where all of them shall go; null: each where it came from
     * @param tell hears a line of each message once it has been moved or left
     */
    Resending(QueueDoor door, String from, @Nullable String to, Consumer<String> tell) {
        this.door = door;
        this.from = from;
        this.to = to;
        this.tell = tell;
    }

    /**
     * What came of it.
     *
     * @param left those that could not be sent: each has been told of
     */
    record Done(int sent, int left) {}

    /** Says what {@link #move} would do. */
    Done rehearse(List<QueuedMessage> chosen) throws JMSException {
        List<QueuedMessage> able = able(chosen);
        able.forEach(one -> tell.accept(name(one) + " would go to " + target(one)));
        return new Done(able.size(), chosen.size() - able.size());
    }

    Done move(List<QueuedMessage> chosen) throws JMSException, QueueDoor.Shut {
        List<QueuedMessage> able = able(chosen);
        int sent = 0;
        for (int first = 0; first < able.size(); first += AT_A_TIME) {
            sent += moved(able.subList(first, Math.min(able.size(), first + AT_A_TIME)));
        }
        return new Done(sent, chosen.size() - sent);
    }

    private int moved(List<QueuedMessage> some) throws JMSException, QueueDoor.Shut {
        Map<String, QueuedMessage> open = new HashMap<>();
        some.forEach(one -> open.put(String.valueOf(one.messageId()), one));
        String selector = some.stream()
                .map(one -> "'" + one.messageId() + "'")
                .collect(Collectors.joining(",", "JMSMessageID IN (", ")"));
        Session session = door.session();
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(from), selector);
                MessageProducer producer = session.createProducer(null)) {
            for (Message message = consumer.receive(PATIENCE_MS);
                    message != null;
                    message = open.isEmpty() ? null : consumer.receive(PATIENCE_MS)) {
                QueuedMessage one =
                        Objects.requireNonNull(open.remove(message.getJMSMessageID()), "twice the same message");
                String target = Objects.requireNonNull(target(one));
                ResentMessage.send(session, producer, message, target);
                session.commit();
                tell.accept(name(one) + " sent to " + target);
            }
        } catch (JMSSecurityException e) {
            throw door.refused("move messages from " + from + " to", to == null ? "where they came from" : to);
        }
        open.values().forEach(one -> tell.accept(name(one) + " left: it is no longer in " + from));
        return some.size() - open.size();
    }

    private List<QueuedMessage> able(List<QueuedMessage> chosen) throws JMSException {
        List<QueuedMessage> able = new ArrayList<>();
        for (QueuedMessage one : chosen) {
            String reason = obstacle(one);
            if (reason == null) {
                able.add(one);
            } else {
                tell.accept(name(one) + " left: " + reason);
            }
        }
        return able;
    }

    /** Why it can't be sent; null where it can. */
    private @Nullable String obstacle(QueuedMessage one) throws JMSException {
        String target = target(one);
        if (target == null) {
            return "nothing says where it came from (--to=QUEUE)";
        }
        if (target.equals(from)) {
            return "it would go to where it lies (--to=QUEUE)";
        }
        if (!taking.contains(target) && !door.takes(target)) {
            return "the broker has no queue " + target + " (--to=QUEUE)";
        }
        taking.add(target);
        if (!one.whole()) {
            return "its body isn't what its sender sent: a password was blanked, it was cut off, or it is no text";
        }
        return one.messageId() == null ? "it has no JMSMessageID by which it could be taken" : null;
    }

    private @Nullable String target(QueuedMessage one) {
        return to == null ? one.source() : to;
    }

    private static String name(QueuedMessage one) {
        return one.id() + " " + (one.type() == null ? "without type" : one.type());
    }
}
