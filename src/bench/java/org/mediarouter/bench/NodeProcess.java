package org.mediarouter.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The distribution's {@code run}, as a process of its own with an empty data folder. */
final class NodeProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("media-router \\S+ ready in (\\d+) ms");

    private final Process process;
    private final int port;
    private final Scratch data;
    private final BufferedReader out;
    private long readyMillis;

    private NodeProcess(Process process, int port, Scratch data) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it; whether it is ready is not waited for.
     *
     * @param settings its port in the cluster, and what is different from a node as it is shipped
     */
    private static NodeProcess start(Path home, Path routing, List<String> settings) throws IOException {
        Scratch data = Scratch.of("media-router-bench");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/media-router").toString(),
                "run",
                "--mediarouter.data=" + data.path(),
                "--mediarouter.broker.port=" + port,
                "--mediarouter.http.port=" + freePort(),
                "--mediarouter.routing=" + routing.toAbsolutePath()));
        command.addAll(settings);
        return new NodeProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start(), port, data);
    }

    /**
     * Nodes with one PostgreSQL, one cluster, and the broker that is in the first of them.
     *
     * @param settings what is different in each from a node as it is shipped, as {@code --NAME=VALUE}
     */
    static List<NodeProcess> cluster(Path home, Path routing, List<String> settings, int nodes) throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            ports.add(freePort());
        }
        String members = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        List<NodeProcess> all = new ArrayList<>();
        try {
            for (int port : ports) {
                List<String> own = new ArrayList<>(settings);
                own.add("--mediarouter.cluster.port=" + port);
                if (nodes > 1) {
                    own.add("--mediarouter.cluster.members=" + members);
                }
                if (!all.isEmpty()) {
                    own.add("--mediarouter.roles=communication-server,routing-engine,console");
                    own.add("--mediarouter.broker.url=" + all.get(0).url());
                }
                all.add(start(home, routing, own));
            }
            for (NodeProcess node : all) {
                node.awaitReady();
            }
            return all;
        } catch (IOException e) {
            all.forEach(NodeProcess::close);
            throw e;
        }
    }

    /** @throws IOException it ended before it was ready */
    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread drain = new Thread(() -> out.lines().forEach(more -> {}), "node-output");
                drain.setDaemon(true);
                drain.start();
                readyMillis = Long.parseLong(ready.group(1));
                return;
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

    /** What it has used of all cores since its start, user and system. */
    long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
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
            data.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
