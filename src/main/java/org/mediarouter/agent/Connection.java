package org.mediarouter.agent;

import java.time.Instant;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;

/**
 * What Connect left behind (protocol, row 1).
 *
 * @param idleSince since when the agent has been connected without being logged in to any MRD; while logged in, when that
 *     began is of no interest and this is the time of the last log-out or Connect
 */
public record Connection(Destination destination, Mode mode, Instant idleSince) {}
