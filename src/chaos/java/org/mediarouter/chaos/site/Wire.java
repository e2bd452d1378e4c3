package org.mediarouter.chaos.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a client, a node above all, and the broker: a small TCP proxy. It breaks, as when a cable is pulled, or falls silent. */
public final class Wire implements AutoCloseable {
    private enum Condition {
        WHOLE,
        /** What is connected breaks, what comes is turned away. */
        CUT,
        /** Everything stays connected and nothing passes: nobody is told. */
        SILENT
    }

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Integer> farPorts = ConcurrentHashMap.newKeySet();
    private Condition condition = Condition.WHOLE;

    private Wire(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** @param target a port of the loopback, where nothing need listen yet */
    public static Wire to(int target) throws IOException {
        Wire wire = new Wire(new ServerSocket(Ports.free(), 50, InetAddress.getLoopbackAddress()), target);
        wire.daemon(wire::accept);
        return wire;
    }

    /** What connects to the target through it. */
    public int port() {
        return server.getLocalPort();
    }

    /** Whether a connection that the broker sees come from that port of the loopback runs through this wire. */
    boolean comesOutOf(int port) {
        return farPorts.contains(port);
    }

    /** Breaks every connection, and those that are tried, until it is mended. */
    public void cut() {
        become(Condition.CUT);
        breakAll();
    }

    /** Lets nothing through any more, and breaks nothing. */
    public void silence() {
        become(Condition.SILENT);
    }

    /** As new; what was held back while it was silent arrives. */
    public void mend() {
        become(Condition.WHOLE);
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private synchronized void become(Condition next) {
        condition = next;
        notifyAll();
    }

    /** Waits while the wire is silent. */
    private synchronized boolean carries() throws InterruptedException {
        while (condition == Condition.SILENT) {
            wait();
        }
        return condition == Condition.WHOLE;
    }

    private void breakAll() {
        for (Socket socket : sockets) {
            shut(socket);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                sockets.add(near);
                daemon(() -> connect(near));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void connect(Socket near) {
        try {
            if (!carries()) {
                shut(near);
                return;
            }
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            // As the ends have it: else each answer waits 40 ms for the acknowledgement of what went before.
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            sockets.add(far);
            farPorts.add(far.getLocalPort());
            daemon(() -> pump(near, far));
            pump(far, near);
            farPorts.remove(far.getLocalPort());
        } catch (IOException e) {
            // Nothing listens there now.
            shut(near);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0 && carries(); n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One side has gone: the other shall hear of it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shut(from);
            shut(to);
        }
    }

    private void shut(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is no use any more either way
        }
    }

    private void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire-" + port());
        thread.setDaemon(true);
        thread.start();
    }
}
