package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private record Result(int exit, String out, String err) {}

    private static Result run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream heardOut = new ByteArrayOutputStream();
        ByteArrayOutputStream heardErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heardOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(heardErr, true, StandardCharsets.UTF_8));
        try {
            return new Result(
                    MediaRouter.execute(arguments),
                    heardOut.toString(StandardCharsets.UTF_8),
                    heardErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate=fast              | --rate: \"fast\" is no rate, as 48/m, 0.5/s or broadband=100/h are",
                "--rate=absent=4/m        | --rate: there is no queue absent; the queues are queue",
                "--handling=long          | --handling: \"long\" is no spread: 90s (always), exponential:90s (mean)",
                "--patience=saintly       | --patience: \"saintly\" is no spread",
                "--for=ever               | --for: \"ever\" is no duration, as 30m or 8h is",
                "--warm-up=2d             | --warm-up must be shorter than what is simulated",
                "--profile=1,2,3          | --profile needs 24 factors, none negative and not all 0; there are 3",
                "--replications=0         | --replications must be from 1 to 100000",
                "--shifts=data            | --shifts=data needs the customers of the file",
            })
    void aWrongOptionIsWrongUsageAndSaysWhatWouldBeRight(String option, String message) {
        Result result = run("simulate", "--agents=3", "--rate=1/m", option);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aMistakeInTheArrivalsIsNamedWithLineAndColumn(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("calls.csv");
        Files.writeString(
                file,
                "date,arrival_s,priority,type,queue_s,outcome,service_s,agent\n1999-02-01,10,0,PS,0,AGENT,soon,A01\n");

        Result result = run("simulate", "--agents=3", "--arrivals=" + file);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(file + ":2:28: service_s must be a whole number");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whereNobodyWasServedTheHandlingHasToBeSaid(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("calls.csv");
        Files.writeString(
                file, "date,arrival_s,priority,type,queue_s,outcome,service_s,agent\n1999-02-01,10,0,PS,5,HANG,0,\n");

        Result silent = run("simulate", "--agents=3", "--arrivals=" + file);
        Result said = run("simulate", "--agents=3", "--arrivals=" + file, "--handling=3m", "--replications=1");

        assertThat(silent.exit()).isEqualTo(2);
        assertThat(silent.err()).contains("no call of the file was served", "--handling=3m");
        assertThat(said.exit()).as(said.err()).isZero();
    }

    @Test
    void aMistakeInTheConfigurationIsNamedAndNothingIsSimulated(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("routing.yaml");
        Files.writeString(file, "queues:\n  - {id: q, mrd: nowhere, steps: [{when: \"true\"}]}\n");

        Result result = run("simulate", file.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains(file + ":2:").contains("nowhere");
    }

    @Test
    void sameSeedSameFiguresInTableAndJson(@TempDir Path directory) throws Exception {
        Path json = directory.resolve("report.json");
        String[] arguments = {
            "simulate", "--agents=3", "--rate=30/h", "--for=8h", "--warm-up=1h", "--replications=3", "--json=" + json
        };

        Result once = run(arguments);
        Result again = run(arguments);

        assertThat(once.exit()).as(once.err()).isZero();
        assertThat(once.out()).isEqualTo(again.out()).contains("queue", "± is the 95 % confidence interval", "a3");
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.at("/queues/queue/offered/mean").asDouble()).isBetween(150.0, 270.0);
        assertThat(report.at("/queues/queue/waitMean/halfWidth").asDouble()).isPositive();
        assertThat(report.at("/queues/queue/day")).hasSize(48);
        assertThat(report.at("/agents/a1/occupancy/mean").asDouble()).isBetween(0.3, 0.7);
        assertThat(run("simulate", "--agents=3", "--rate=30/h", "--json=-", "--replications=1")
                        .out())
                .startsWith("{");
    }

    @Test
    void theShippedDayRunsOnTheShippedConfiguration(@TempDir Path directory) throws Exception {
        Path svg = directory.resolve("day.svg");

        Result result = run("simulate", "config/routing.yaml", "--shifts=data", "--replications=2", "--svg=" + svg);

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("hotline", "1,551");
        assertThat(Files.readString(svg)).startsWith("<svg").contains("Occupancy by agent");
    }

    @Test
    void compareNeedsPairsAndFindsNoDifferenceBetweenEquals() {
        assertThat(run("compare", "config/routing.yaml", "config/routing.yaml", "--replications=1")
                        .exit())
                .isEqualTo(2);

        Result result = run(
                "compare",
                "config/routing.yaml",
                "config/routing.yaml",
                "--replications=2",
                "--shifts=data",
                "--json=-");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"significant\" : false").doesNotContain("\"significant\" : true");
    }
}
