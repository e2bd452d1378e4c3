package org.mediarouter.broker;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.utils.OpenWireUUIDUtil;
import org.apache.activemq.artemis.utils.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer is wanted, from a {@code JMSReplyTo} or a body's {@code Destination}.
 *
 * @param name the address without prefix
 * @param topic whether it names a topic
 * @param temporary whether the name has the form that brokers give to temporary queues. The form decides, not the type
 *     that the sender claims: else a client could pass {@code General} off as a temporary queue
 */
public record ReplyAddress(String name, boolean topic, boolean temporary) {

    /** Of a message's {@code JMSReplyTo}, whatever its class: STOMP's is neither queue nor topic. */
    public static Optional<ReplyAddress> of(@Nullable Destination destination) throws JMSException {
        if (destination instanceof ActiveMQDestination ours) {
            boolean topic = ours.getType() == ActiveMQDestination.TYPE.TOPIC
                    || ours.getType() == ActiveMQDestination.TYPE.TEMP_TOPIC;
            return of(ours.getAddress(), topic);
        }
        if (destination instanceof Queue queue) {
            return of(queue.getQueueName(), false);
        }
        if (destination instanceof Topic topic) {
            return of(topic.getTopicName(), true);
        }
        return Optional.empty();
    }

    /** Of a name as clients write it: {@code NAME}, {@code queue://NAME}, {@code topic://NAME}, {@code /queue/NAME}, ... */
    public static Optional<ReplyAddress> of(@Nullable String written) {
        return of(written, false);
    }

    private static Optional<ReplyAddress> of(@Nullable String written, boolean topic) {
        String name = written == null ? "" : written;
        boolean isTopic = topic;
        for (Prefix prefix : Prefix.values()) {
            if (name.startsWith(prefix.text)) {
                name = name.substring(prefix.text.length());
                isTopic = prefix.topic;
                break;
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new ReplyAddress(name, isTopic, isTemporary(name)));
    }

    static boolean isTemporary(String name) {
        return UUID.isUUID(name) || OpenWireUUIDUtil.isUUID(name);
    }

    /** The form that {@code Destination} members and logs use; {@link #of(String)} reads it back. */
    @Override
    public String toString() {
        return topic ? "topic://" + name : name;
    }

    private enum Prefix {
        QUEUE("queue://", false),
        TOPIC("topic://", true),
        TEMPORARY_QUEUE("temp-queue://", false),
        TEMPORARY_TOPIC("temp-topic://", true),
        STOMP_QUEUE("/queue/", false),
        STOMP_TOPIC("/topic/", true),
        STOMP_TEMPORARY_QUEUE("/temp-queue/", false),
        STOMP_TEMPORARY_TOPIC("/temp-topic/", true);

        private final String text;
        private final boolean topic;

        Prefix(String text, boolean topic) {
            this.text = text;
            this.topic = topic;
        }
    }
}
