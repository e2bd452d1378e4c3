package org.mediarouter.cli;

import jakarta.jms.JMSException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.broker.DevelopmentPasswords;
import org.mediarouter.chatserver.AgentProfile;
import org.mediarouter.chatserver.BrokerAccess;
import org.mediarouter.chatserver.CallMapping;
import org.mediarouter.chatserver.Demo;
import org.mediarouter.chatserver.DemoScenarios;
import org.mediarouter.chatserver.Replay;
import org.mediarouter.chatserver.Scenario;
import org.mediarouter.chatserver.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: a node, and the reference Chat Server that drives it. */
@Command(
        name = "demo",
        description = "Runs a node with agents and customers coming and going, until stopped or for a time.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final long LONGEST_END_SECONDS = 15;

    private final Preparation preparation;
    private final CountDownLatch played = new CountDownLatch(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--for", paramLabel = "DURATION", description = "How long customers come, for example 30s or 5m.")
    private @Nullable String duration;

    @Option(names = "--agents", paramLabel = "N", description = "How many agents sign in (${DEFAULT-VALUE}).")
    private int agents = 50;

    @Option(names = "--rate", paramLabel = "N", description = "Tasks per second (${DEFAULT-VALUE}).")
    private double rate = 20;

    @Option(
            names = "--arrivals",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description = "Replays a day of real calls; without FILE the one that comes with the program.")
    private @Nullable String arrivals;

    @Option(names = "--day", paramLabel = "DATE", description = "Which day of the file; its first.")
    private @Nullable LocalDate day;

    @Option(names = "--speed", paramLabel = "N", description = "Seconds of that day in one second (${DEFAULT-VALUE}).")
    private double speed = 60;

    @Option(
            names = "--from",
            paramLabel = "HOUR",
            description = "The hour at which the replay begins (${DEFAULT-VALUE}, midnight).")
    private int from = 0;

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is random (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "The summary as JSON on standard output, the rest on standard error.")
    private boolean json;

    DemoCommand(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public Integer call() throws JMSException {
        Scenario scenario = scenario();
        Duration limit = duration == null ? null : length(duration);
        System.setProperty("mediarouter.console", "OFF");
        Preparation.Ready ready = preparation.ready(System.err, true);
        Life life = new Life(json ? System.err : System.out);
        if (ready == null || !life.begin(ready)) {
            return ExitCode.SOFTWARE;
        }
        // Ended before the summary it has not passed.
        life.exitWith(ExitCode.SOFTWARE);
        try {
            Summary summary = play(scenario, limit, ready.settings(), life);
            if (json) {
                System.out.println(summary.json());
                System.out.flush();
            }
            int exit = summary.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
            life.exitWith(exit);
            return exit;
        } finally {
            played.countDown();
            life.end();
        }
    }

    private Summary play(Scenario scenario, @Nullable Duration limit, Settings settings, Life life)
            throws JMSException {
        PrintStream out = json ? System.err : System.out;
        String password = DevelopmentPasswords.clearPassword(settings.brokerUsers(), BrokerAccess.USER)
                .orElse(BrokerAccess.USER);
        String url = settings.embeddedBroker()
                ? "tcp://" + settings.broker().host() + ":" + life.node().brokerPort()
                : settings.broker().url();
        Demo demo = new Demo(new BrokerAccess(url, BrokerAccess.USER, password), scenario, out)
                .withDepths(() -> life.node().depth("DLQ"), () -> life.node().depth("Invalid"));
        life.endBefore(() -> {
            demo.stop();
            awaitPlayed();
        });
        return demo.run(limit);
    }

    private void awaitPlayed() {
        try {
            if (!played.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the demonstration does not end; the node ends without it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Scenario scenario() {
        if (arrivals != null) {
            Replay replay = replay(calls(arrivals));
            List<AgentProfile> staff = DemoScenarios.callAgents();
            if (replay.agentsNeeded() > staff.size()) {
                throw usage("that day needs " + replay.agentsNeeded() + " agents; the configuration has " + staff.size()
                        + " for calls");
            }
            return DemoScenarios.replay(staff, replay, CallMapping.DEFAULT, seed);
        }
        List<AgentProfile> all = DemoScenarios.agents();
        if (agents < 1 || agents > all.size()) {
            throw usage("--agents must be from 1 to " + all.size() + ", as many as the shipped configuration has");
        }
        return DemoScenarios.synthetic(
                all.subList(0, agents), DemoScenarios.customers(), positive("--rate", rate), 3, seed);
    }

    private Replay replay(List<Call> calls) {
        if (from < 0 || calls.get(calls.size() - 1).arrival() < from * 3600) {
            throw usage("--from must be an hour at which calls still come");
        }
        return new Replay(calls, positive("--speed", speed)).from(from);
    }

    private List<Call> calls(String file) {
        if (file.isEmpty()) {
            return CallFile.shipped();
        }
        Path path = Preparation.called(file);
        CallFile.Reading reading = CallFile.read(path);
        if (reading instanceof CallFile.Reading.Mistake mistake) {
            throw usage(mistake.toString());
        }
        List<Call> calls = ((CallFile.Reading.Calls) reading).of(day);
        if (calls.isEmpty()) {
            throw usage(path + " has no calls of " + day);
        }
        return calls;
    }

    private double positive(String option, double number) {
        if (!(number > 0) || number > 100_000) {
            throw usage(option + " must be more than 0");
        }
        return number;
    }

    private Duration length(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> usage("--for: \"" + text + "\" is no duration, as 30s or 5m is"));
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                java.util.Objects.requireNonNull(spec, "spec is set by picocli").commandLine(), message);
    }
}
