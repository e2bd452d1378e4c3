package org.mediarouter.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediarouter.arrivals.CallFile.Reading.Calls;
import org.mediarouter.arrivals.CallFile.Reading.Mistake;

class CallFileTest {
    private static final String HEADER = "date,arrival_s,priority,type,queue_s,outcome,service_s,agent\n";

    @Test
    void theShippedDayIsWholeAndInOrder() {
        List<Call> calls = CallFile.shipped();

        assertThat(calls).hasSize(1551).isSortedAccordingTo(java.util.Comparator.comparingInt(Call::arrival));
        assertThat(calls.stream().filter(Call::served)).hasSize(1354);
    }

    @Test
    void theShippedDayComesWithItsAcknowledgement() throws Exception {
        try (var in = CallFileTest.class.getResourceAsStream("/arrivals/README.md")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("AnonymousBank", "Mandelbaum");
        }
    }

    @Test
    void readsAFileOfSeveralDays(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("calls.csv");
        Files.writeString(file, HEADER + "1999-02-01,10,0,PS,0,AGENT,33,A01\n1999-02-02,20,2,NE,5,HANG,0,\n\n");

        Calls calls = (Calls) CallFile.read(file);

        assertThat(calls.of(null)).containsExactly(new Call(LocalDate.of(1999, 2, 1), 10, 0, "PS", 0, true, 33, "A01"));
        assertThat(calls.of(LocalDate.of(1999, 2, 2))).hasSize(1);
        assertThat(calls.of(LocalDate.of(2001, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1999-02-31,10,0,PS,0,AGENT,33,A01     | 1  | date must be a date",
                "1999-02-01,1x,0,PS,0,AGENT,33,A01     | 12 | arrival_s must be a whole number from 0 to 86400",
                "1999-02-01,10,-1,PS,0,AGENT,33,A01    | 15 | priority must be",
                "1999-02-01,10,0,,0,AGENT,33,A01       | 17 | type must not be empty",
                "1999-02-01,10,0,PS,99999,AGENT,33,A01 | 20 | queue_s must be",
                "1999-02-01,10,0,PS,0,LEFT,33,A01      | 22 | outcome must be AGENT or HANG",
                "1999-02-01,10,0,PS,0,AGENT,,A01       | 28 | service_s must be",
                "1999-02-01,10,0,PS                    | 18 | a line needs 8 values",
                "1999-02-01,8,0,PS,0,AGENT,33,A01      | 12 | arrival_s is before that of the line above: lines must be in order",
                "1999-01-31,10,0,PS,0,AGENT,33,A01     | 1  | date is before that of the line above: lines must be in order",
            })
    void aMistakeIsNamedWithLineAndColumnAndNothingIsTaken(String line, int column, String message) {
        String text = HEADER + "1999-02-01,9,0,PS,0,AGENT,33,A01\n" + line.strip() + "\n";

        Mistake mistake = (Mistake) CallFile.parse("calls.csv", text.getBytes(StandardCharsets.UTF_8));

        assertThat(mistake.line()).isEqualTo(3);
        assertThat(mistake.column()).isEqualTo(column);
        assertThat(mistake.toString()).startsWith("calls.csv:3:" + column + ": " + message);
    }

    @Test
    void aGapIsNamedAndNothingIsTaken() {
        String text = HEADER + "1999-02-01,9,0,PS,0,AGENT,33,A01\n\n1999-02-01,10,0,PS,0,AGENT,33,A01\n";

        assertThat(CallFile.parse("calls.csv", text.getBytes(StandardCharsets.UTF_8)))
                .hasToString("calls.csv:3:1: an empty line among the calls: one may be missing; take it out");
    }

    @Test
    void refusesWhatIsNoSuchFile(@TempDir Path directory) {
        assertThat(CallFile.parse("f", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .hasToString("f:1:1: the first line must be " + HEADER.strip());
        assertThat(CallFile.parse("f", new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
                .hasToString("f:1:1: the file isn't UTF-8 text");
        assertThat(CallFile.parse("f", HEADER.getBytes(StandardCharsets.UTF_8)))
                .hasToString("f:2:1: there is no call in the file");
        assertThat(CallFile.read(directory.resolve("absent.csv")).toString()).contains("can't be read");
    }
}
