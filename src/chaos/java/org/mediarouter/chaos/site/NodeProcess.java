package org.mediarouter.chaos.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code media-router run} as a process of its own, which can be killed, hung, ended and started again on its data. */
public final class NodeProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path home;
    private final List<String> settings;
    private final String options;
    private final int httpPort = Ports.free();
    private @Nullable Process process;

    /**
     * @param home a copy of the distribution, this node's own
     * @param settings as {@code mediarouter.roles=broker}
     * @param options of the JVM, before those in {@code JAVA_OPTS}, which are stronger
     */
    NodeProcess(String name, Path home, List<String> settings, String options) {
        this.name = name;
        this.home = home;
        this.settings = List.copyOf(settings);
        this.options = options;
    }

    public String name() {
        return name;
    }

    /** Where its files are. */
    public Path home() {
        return home;
    }

    /** Starts it; whether it is ready is asked of its health. What it says goes to {@code out.log} in its home. */
    public void start() throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/media-router").toString(), "run"));
        settings.forEach(setting -> command.add("--" + setting));
        command.add("--mediarouter.node=" + name);
        command.add("--mediarouter.http.port=" + httpPort);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("out.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("JAVA_OPTS", options, (theirs, ours) -> ours + " " + theirs);
        process = builder.start();
    }

    /** SIGKILL. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running, Duration.ofSeconds(10));
        }
    }

    /**
     * SIGTERM.
     *
     * @return the exit code; null where it didn't end in that time
     */
    public @Nullable Integer terminate(Duration limit) {
        Process running = process;
        if (running == null) {
            return 0;
        }
        running.destroy();
        return await(running, limit) ? running.exitValue() : null;
    }

    /** SIGSTOP: it hangs, and its connections stay. */
    public void hang() throws IOException {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() throws IOException {
        signal("CONT");
    }

    /** SIGQUIT: what its threads do goes to {@code out.log}. Nothing where it doesn't run. */
    void writeThreads() {
        try {
            signal("QUIT");
        } catch (IOException e) {
            LOG.debug("{} has no threads to show", name, e);
        }
    }

    public boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /**
     * Of its present process.
     *
     * @throws IllegalStateException it doesn't run
     */
    public long pid() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException(name + " does not run");
        }
        return running.pid();
    }

    /** Whether it takes messages. */
    public boolean ready() {
        return ask("/observe/health/ready").path("status").asText().equals("UP");
    }

    /** What its health says, with figures; an empty object where it doesn't answer. */
    public JsonNode health() {
        return ask("/observe/health?data=true");
    }

    /** How many nodes it sees in its cluster; 0 where it doesn't answer. */
    int members() {
        return ask("/cluster").path("members").asInt(0);
    }

    private JsonNode ask(String path) {
        URI uri = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + httpPort + path);
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JSON.createObjectNode();
        }
    }

    private void signal(String signal) throws IOException {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IOException(name + " does not run");
        }
        await(new ProcessBuilder("kill", "-" + signal, String.valueOf(running.pid())).start(), Duration.ofSeconds(5));
    }

    private static boolean await(Process ending, Duration limit) {
        try {
            return ending.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
