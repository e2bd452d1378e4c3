package org.mediarouter.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution's {@code run}, as a process of its own with an empty data folder. */
final class NodeProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("media-router \\S+ ready in (\\d+) ms");

    private final Process process;
    private final int port;
    private final long readyMillis;

    private NodeProcess(Process process, int port, long readyMillis) {
        this.process = process;
        this.port = port;
        this.readyMillis = readyMillis;
    }

    /** @param settings what is different from a node as it is shipped, each as {@code --NAME=VALUE} */
    static NodeProcess start(Path home, Path routing, List<String> settings) throws IOException {
        Path data = Files.createTempDirectory("media-router-bench");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/media-router").toString(),
                "run",
                "--mediarouter.data=" + data,
                "--mediarouter.broker.port=" + port,
                "--mediarouter.http.port=" + freePort(),
                "--mediarouter.cluster.port=" + freePort(),
                "--mediarouter.routing=" + routing.toAbsolutePath()));
        command.addAll(settings);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread drain = new Thread(() -> out.lines().forEach(more -> {}), "node-output");
                drain.setDaemon(true);
                drain.start();
                return new NodeProcess(process, port, Long.parseLong(ready.group(1)));
            }
        }
        throw new IOException("The node did not start:\n" + said);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** From the start of the JVM to the first message taken. */
    long readyMillis() {
        return readyMillis;
    }

    /** Resident memory in megabytes. */
    long residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
