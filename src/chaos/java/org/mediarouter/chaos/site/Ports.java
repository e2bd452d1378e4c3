package org.mediarouter.chaos.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback that nobody has, and that nobody is given by chance while a process of ours is down: they lie below
 * those that the system gives to outgoing connections.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private static final Set<Integer> given = new HashSet<>();

    private Ports() {}

    static synchronized int free() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (given.contains(port)) {
                continue;
            }
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                given.add(socket.getLocalPort());
                return port;
            } catch (IOException e) {
                // somebody has it
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
    }
}
