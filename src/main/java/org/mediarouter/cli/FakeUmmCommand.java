package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.mediarouter.fakeumm.FakeUmm;
import org.mediarouter.fakeumm.People;
import org.mediarouter.fakeumm.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code fake-umm}: a UMM to test against. */
@Command(
        name = "fake-umm",
        description = "Runs a UMM for tests, with faults on request, until stopped (docs/umm.md).",
        mixinStandardHelpOptions = true)
final class FakeUmmCommand implements Callable<Integer> {
    @Option(
            names = "--people",
            paramLabel = "FILE",
            description = "YAML or JSON: [{id: alice, password: secret, name: Alice, team: north}]"
                    + " (alice, bob and carol with the password secret).")
    private @Nullable Path people;

    @Option(names = "--host", description = "Where it listens (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "HTTP (${DEFAULT-VALUE}; 0: any free one).")
    private int port = 8447;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        List<Person> known;
        try {
            known = people == null ? People.few() : People.read(Preparation.called(people.toString()));
        } catch (IOException e) {
            System.err.println("media-router fake-umm: the people can't be read: " + e.getMessage());
            return ExitCode.USAGE;
        }
        try (FakeUmm umm = FakeUmm.start(host, port, known)) {
            System.out.println("--mediarouter.umm.url=" + umm.signInUrl());
            System.out.println("--mediarouter.umm.agents-url=" + umm.agentsUrl());
            System.out.println("fake UMM ready, " + known.size() + " people, control on " + umm.url() + "/control/");
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
            return ExitCode.OK;
        } catch (IOException e) {
            System.err.println(
                    "media-router fake-umm: it can't listen on " + host + ":" + port + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
