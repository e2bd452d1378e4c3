package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A node hangs: its system accepts connections for it, and it says nothing. */
class SilentMemberIT {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long used;

    /** Hazelcast's other encoder spins meanwhile, and what goes to other members by the same thread waits (decision 014). */
    @Test
    void whatWaitsForItKeepsNoThreadBusy() throws Exception {
        // given
        try (ServerSocket hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int port = free();
            List<String> members = List.of("127.0.0.1:" + port, "127.0.0.1:" + hung.getLocalPort());
            ClusterSettings settings =
                    new ClusterSettings(Path.of("config/hazelcast.yaml"), "node-1", "media-router", port, members);
            // when
            CompletableFuture<HazelcastInstance> node = CompletableFuture.supplyAsync(
                    () -> Hazelcast.newHazelcastInstance(ClusterConfiguration.of(settings)));
            try (Socket connected = hung.accept()) {
                assertThat(connected.getInputStream().readNBytes(3)).hasSize(3);
                // then
                await().pollInterval(LOOK)
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> busy() < LOOK.dividedBy(4).toNanos());
            } finally {
                // It isn't there any more, so the node needs nobody to start.
                hung.close();
                node.get().shutdown();
            }
        }
    }

    /** The processor time of what writes to other members since it was asked last. */
    private long busy() {
        long before = used;
        used = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains("IO.thread-out"))
                .mapToLong(ThreadInfo::getThreadId)
                .map(THREADS::getThreadCpuTime)
                .sum();
        return before == 0 ? Long.MAX_VALUE : used - before;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
