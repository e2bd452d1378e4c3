package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker that is just starting, or a relay before one, accepts connections and doesn't answer: a node waits for it. */
class StartingBrokerIT {
    /** Whether the call ends first, or the connection is found dead first. */
    @ParameterizedTest
    @ValueSource(strings = {"callTimeout=500", "callTimeout=20000&connectionTTL=600&clientFailureCheckPeriod=200"})
    void aBrokerThatSaysNothingAtFirstIsWaitedFor(String patience) throws Exception {
        try (BrokerFixture broker = BrokerFixture.start();
                ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            daemon(() -> silentAtFirst(door, broker.broker().port()));

            try (BrokerConnection connection = BrokerConnection.open(
                    "tcp://127.0.0.1:" + door.getLocalPort() + "?" + patience,
                    BrokerFixture.ROUTER,
                    BrokerFixture.ROUTER)) {
                assertThat(connection.addresses().depth("General")).isZero();
            }
        }
    }

    @Test
    void aBrokerThatIsNotThereYetIsWaitedFor() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        CompletableFuture<BrokerConnection> waiting = CompletableFuture.supplyAsync(() -> open(port));
        try (BrokerFixture broker = BrokerFixture.start();
                ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            daemon(() -> silentAtFirst(door, broker.broker().port()));
            try (BrokerConnection connection = waiting.get(60, TimeUnit.SECONDS)) {
                assertThat(connection.addresses().depth("General")).isZero();
            }
        }
    }

    private static BrokerConnection open(int port) {
        try {
            return BrokerConnection.open(
                    "tcp://127.0.0.1:" + port + "?callTimeout=500", BrokerFixture.ROUTER, BrokerFixture.ROUTER);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first connection stays open and nothing passes; the others are joined to the broker. */
    private static void silentAtFirst(ServerSocket door, int broker) {
        try (Socket silent = door.accept()) {
            while (!door.isClosed()) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), broker);
                daemon(() -> pump(near, far));
                daemon(() -> pump(far, near));
            }
            assertThat(silent.isConnected()).isTrue();
        } catch (IOException e) {
            // the door is closed
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has gone
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "starting-broker");
        thread.setDaemon(true);
        thread.start();
    }
}
