package org.mediarouter.finesse;

import java.time.Clock;
import javax.net.SocketFactory;

/** What all sessions of a node share. */
record Tools(
        FinesseSettings settings, Sides sides, SocketFactory sockets, Reports reports, Counts counts, Clock clock) {}
