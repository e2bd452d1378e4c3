package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.mediarouter.fakefinesse.FakeFinesse;
import org.mediarouter.fakefinesse.Options;
import org.mediarouter.fakefinesse.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fake-finesse}: a Finesse to test against. */
@Command(
        name = "fake-finesse",
        description = "Runs a Finesse for tests, with faults on request, until stopped (docs/fake-finesse.md).",
        mixinStandardHelpOptions = true)
final class FakeFinesseCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--users", split = ",", required = true, paramLabel = "ID:PASSWORD", description = "The agents.")
    private List<String> users = List.of();

    @Option(names = "--host", description = "Where it listens (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--domain", description = "The XMPP domain (${DEFAULT-VALUE}).")
    private String domain = "finesse.test";

    @Option(names = "--rest-port", description = "HTTPS (${DEFAULT-VALUE}; 0: any free one).")
    private int restPort = 8445;

    @Option(names = "--xmpp-port", description = "XMPP, TLS from the first byte (${DEFAULT-VALUE}).")
    private int xmppPort = 5223;

    @Option(names = "--clear-xmpp-port", description = "XMPP without TLS (${DEFAULT-VALUE}).")
    private int clearXmppPort = 5222;

    @Option(names = "--control-port", description = "Control interface (${DEFAULT-VALUE}).")
    private int controlPort = 8446;

    @Option(names = "--forced-logout", description = "Log-out so long after presence is lost (${DEFAULT-VALUE}).")
    private String forcedLogout = "60s";

    @Option(names = "--wrap-up", description = "Calls end in wrap-up.")
    private boolean wrapUp;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "Writes its certificate as PKCS12, password changeit.")
    private @Nullable Path trustStore;

    @Override
    public Integer call() throws InterruptedException {
        Options options = new Options(
                host,
                domain,
                restPort,
                xmppPort,
                clearXmppPort,
                controlPort,
                passwords(),
                forcedLogout(),
                wrapUp,
                false,
                java.time.Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        try (FakeFinesse finesse = FakeFinesse.start(options)) {
            if (trustStore != null) {
                finesse.identity().writeTrustStore(Preparation.called(trustStore.toString()));
            }
            System.out.println("side A: " + line(finesse.a()));
            System.out.println("side B: " + line(finesse.b()));
            System.out.println("fake Finesse ready, control on http://" + host + ":" + finesse.controlPort());
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
            return ExitCode.OK;
        } catch (IOException | GeneralSecurityException e) {
            System.err.println("the fake Finesse does not start: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private static String line(Side side) {
        return side.restUrl() + ", XMPP " + side.secureXmppPort() + " (TLS) and " + side.clearXmppPort()
                + " (clear), domain " + side.domain();
    }

    private Duration forcedLogout() {
        return Durations.parse(forcedLogout)
                .orElseThrow(() -> usage("--forced-logout: \"" + forcedLogout + "\" is no duration, as 60s is"));
    }

    private Map<String, String> passwords() {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String user : users) {
            int colon = user.indexOf(':');
            if (colon < 1) {
                throw usage("--users: each must be ID:PASSWORD, as in --users=1001:secret,1002:secret");
            }
            passwords.put(user.substring(0, colon), user.substring(colon + 1));
        }
        return passwords;
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                java.util.Objects.requireNonNull(spec, "spec is set by picocli").commandLine(), message);
    }
}
