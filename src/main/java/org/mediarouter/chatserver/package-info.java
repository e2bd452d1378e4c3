/**
 * The reference Chat Server: plays agents and customers over the broker, speaking nothing but the protocol. For
 * demonstrations, tests and measurements; a foreign Chat Server has its place.
 *
 * <p>What agents and customers do is decided by classes without clock, thread or JMS ({@link
 * org.mediarouter.chatserver.VirtualAgent}, {@link org.mediarouter.chatserver.Customers}): an event and a time go in,
 * {@link org.mediarouter.chatserver.Action}s come out. {@link org.mediarouter.chatserver.ChatServer} carries them out on one
 * thread.
 */
@NullMarked
package org.mediarouter.chatserver;

import org.jspecify.annotations.NullMarked;
