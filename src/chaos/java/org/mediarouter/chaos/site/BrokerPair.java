package org.mediarouter.chaos.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two brokers with one journal, as {@code docs/broker-pair.xml} has them: one serves, the other waits until it can lock the
 * journal.
 */
final class BrokerPair implements Broker {
    private static final Path DOCUMENTED = Path.of("docs/broker-pair.xml");
    private final List<Half> halves;

    private BrokerPair(List<Half> halves) {
        this.halves = halves;
    }

    /**
     * Both, not yet started.
     *
     * @param work for the journal, and what each says
     */
    static BrokerPair in(Path work, int primaryPort, int backupPort) throws IOException {
        Files.createDirectories(work);
        String primary = Files.readString(DOCUMENTED).replace("CLUSTER-PASSWORD", "of-this-run");
        String backup = primary.replace("primary>", "backup>");
        return new BrokerPair(List.of(
                half("broker-a", work, primary, primaryPort, backupPort),
                half("broker-b", work, backup, backupPort, primaryPort)));
    }

    private static Half half(String name, Path work, String text, int here, int other) throws IOException {
        String own = text.replace("HOST-A:61616", "127.0.0.1:" + here).replace("HOST-B:61616", "127.0.0.1:" + other);
        Path file = work.resolve(name + ".xml");
        Files.writeString(file, own);
        return new Half(name, work, file, here);
    }

    /** As a client is told of both. */
    String url() {
        return "(tcp://127.0.0.1:" + halves.get(0).port + ",tcp://127.0.0.1:" + halves.get(1).port + ")";
    }

    @Override
    public void start() throws IOException {
        for (Half half : halves) {
            half.start();
        }
    }

    @Override
    public String kill() throws IOException {
        Half serving = serving().orElseThrow(() -> new IOException("neither broker of the pair serves"));
        serving.kill();
        return serving.name;
    }

    @Override
    public void killAll() {
        halves.forEach(Half::kill);
    }

    @Override
    public boolean ready() {
        return halves.stream().allMatch(Half::alive) && serving().isPresent();
    }

    private Optional<Half> serving() {
        return halves.stream().filter(Half::serves).findFirst();
    }

    @Override
    public void close() {
        killAll();
    }

    private static final class Half {
        private final String name;
        private final Path work;
        private final Path file;
        private final int port;
        private @Nullable Process process;

        Half(String name, Path work, Path file, int port) {
            this.name = name;
            this.work = work;
            this.file = file;
            this.port = port;
        }

        void start() throws IOException {
            if (alive()) {
                return;
            }
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    Site.SHORT_LIVED,
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PairedBroker.class.getName(),
                    file.toString(),
                    work.toString());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            work.resolve(name + ".log").toFile()))
                    .start();
        }

        void kill() {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
        }

        boolean alive() {
            return process != null && process.isAlive();
        }

        /** The one that waits listens to nobody. */
        boolean serves() {
            if (!alive()) {
                return false;
            }
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return there.isConnected();
            } catch (IOException e) {
                return false;
            }
        }
    }
}
