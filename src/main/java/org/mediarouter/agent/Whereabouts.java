package org.mediarouter.agent;

import org.mediarouter.message.Destination;

/**
 * Where an agent hears.
 *
 * @param destination of the agent's events
 * @param connected whether answers go there too, where a command has no {@code JMSReplyTo}
 */
public record Whereabouts(Destination destination, boolean connected) {}
