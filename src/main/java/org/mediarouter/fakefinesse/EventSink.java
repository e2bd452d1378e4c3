package org.mediarouter.fakefinesse;

/** What carries notifications to the agents: the peer's own XMPP server, or one beside it. */
public interface EventSink extends AutoCloseable {
    /**
     * Publishes to all who have subscribed.
     *
     * @param node for example {@code /finesse/api/User/1001}
     * @param notification the item's payload
     */
    void publish(String node, String notification);

    @Override
    void close();
}
