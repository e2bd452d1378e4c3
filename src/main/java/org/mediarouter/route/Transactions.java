package org.mediarouter.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.List;
import org.mediarouter.message.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What belongs to a transaction beside its messages: before they are committed, all that they changed is made durable, and then
 * all that follows from them is sent; after the commit or the rollback, whoever waits for it is let go.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Runnable save;
    private final Runnable forgetUnsaved;
    private final Sender sender;
    private final Patience patience;
    private final TellingOrder order;
    private final Reception reception;
    private final Attempts attempts;
    private final Runnable pause;

    /**
     * Of one node.
     *
     * @param save makes durable what the calling thread has changed; it throws {@link Unavailable} where it can't
     * @param forgetUnsaved forgets what the calling thread has changed and not saved
     * @param sender what the calling thread sends leaves it when all is saved
     * @param pause stops the consumers until what is away is back
     */
    Transactions(
            Runnable save,
            Runnable forgetUnsaved,
            Sender sender,
            Patience patience,
            TellingOrder order,
            Reception reception,
            Attempts attempts,
            Runnable pause) {
        this.save = save;
        this.forgetUnsaved = forgetUnsaved;
        this.sender = sender;
        this.patience = patience;
        this.order = order;
        this.reception = reception;
        this.attempts = attempts;
        this.pause = pause;
    }

    /**
     * All that these messages have changed is durable when it returns, and all that follows from them is sent in their session.
     *
     * @param queue where they came from
     * @throws Unavailable what keeps it is away: they are to be rolled back, which is not their fault
     */
    void beforeCommit(Session session, String queue, List<Message> handled) throws JMSException {
        try {
            patience.persist(() -> {
                save.run();
                return true;
            });
            sender.deliver(session);
        } catch (Unavailable e) {
            pause.run();
            throw e;
        } catch (JMSException | RuntimeException e) {
            LOG.error("what follows from {} messages from {} could not be saved and sent", handled.size(), queue, e);
            for (Message message : handled) {
                attempts.failed(reception.operation(Line.of(queue), message));
            }
            throw e;
        }
    }

    /** Committed, or rolled back. */
    void over() {
        forgetUnsaved.run();
        sender.forget();
        order.release();
    }
}
