package org.mediarouter.arrivals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls from a CSV file with the columns {@code date, arrival_s, priority, type, queue_s, outcome, service_s,
 * agent}, in order of arrival. All of it or nothing: a mistake anywhere means that no call is taken.
 */
public final class CallFile {
    /** The day that comes with the program. */
    public static final String SHIPPED = "/arrivals/bank-calls-1999-02-01.csv";

    static final List<String> COLUMNS =
            List.of("date", "arrival_s", "priority", "type", "queue_s", "outcome", "service_s", "agent");
    private static final int DAY = 86_400;

    private CallFile() {}

    /** What a file turned out to be. */
    public sealed interface Reading {
        /** @param calls in order of arrival, of all days in the file */
        record Calls(List<Call> calls) implements Reading {
            /** Those of one day; null: of the first. */
            public List<Call> of(@Nullable LocalDate day) {
                LocalDate wanted = day == null ? calls.get(0).date() : day;
                return calls.stream().filter(call -> call.date().equals(wanted)).toList();
            }
        }

        /**
         * @param line from 1, the header's
         * @param column from 1, in characters of that line
         * @param message what is wrong and what would be right
         */
        record Mistake(String file, int line, int column, String message) implements Reading {
            @Override
            public String toString() {
                return file + ":" + line + ":" + column + ": " + message;
            }
        }
    }

    /** Reads a file. */
    public static Reading read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            return new Reading.Mistake(
                    file.toString(),
                    1,
                    1,
                    "the file can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Reads the day that comes with the program. */
    public static List<Call> shipped() {
        try (InputStream in = CallFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing in the program");
            }
            Reading reading = parse(SHIPPED, in.readAllBytes());
            if (reading instanceof Reading.Calls calls) {
                return calls.calls();
            }
            throw new IllegalStateException(reading.toString());
        } catch (IOException e) {
            throw new IllegalStateException(SHIPPED + " can't be read", e);
        }
    }

    static Reading parse(String file, byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Reading.Mistake(file, 1, 1, "the file isn't UTF-8 text");
        }
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(String.join(",", COLUMNS))) {
            return new Reading.Mistake(file, 1, 1, "the first line must be " + String.join(",", COLUMNS));
        }
        List<Call> calls = new ArrayList<>();
        int gap = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                gap = gap == 0 ? i + 1 : gap;
                continue;
            }
            if (gap > 0) {
                return new Reading.Mistake(
                        file, gap, 1, "an empty line among the calls: one may be missing; take it out");
            }
            try {
                calls.add(new Row(lines.get(i)).callAfter(calls.isEmpty() ? null : calls.get(calls.size() - 1)));
            } catch (Fault fault) {
                return new Reading.Mistake(file, i + 1, fault.column, fault.text);
            }
        }
        if (calls.isEmpty()) {
            return new Reading.Mistake(file, 2, 1, "there is no call in the file");
        }
        return new Reading.Calls(List.copyOf(calls));
    }

    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        final int column;
        final String text;

        Fault(int column, String text) {
            this.column = column;
            this.text = text;
        }
    }

    private static final class Row {
        private final String[] fields;

        Row(String line) throws Fault {
            fields = line.split(",", -1);
            if (fields.length != COLUMNS.size()) {
                throw new Fault(
                        Math.max(1, line.length()),
                        "a line needs " + COLUMNS.size() + " values, this one has " + fields.length);
            }
        }

        Call call() throws Fault {
            return new Call(
                    date(), number(1, DAY), number(2, 9), text(3), number(4, DAY), served(), number(6, DAY), fields[7]);
        }

        Call callAfter(@Nullable Call above) throws Fault {
            Call call = call();
            int days = above == null ? 1 : call.date().compareTo(above.date());
            if (above != null && (days < 0 || (days == 0 && call.arrival() < above.arrival()))) {
                throw fault(days < 0 ? 0 : 1, "is before that of the line above: lines must be in order of arrival");
            }
            return call;
        }

        private LocalDate date() throws Fault {
            try {
                return LocalDate.parse(fields[0]);
            } catch (DateTimeParseException e) {
                throw fault(0, "must be a date such as 1999-02-01");
            }
        }

        private int number(int field, int most) throws Fault {
            try {
                int number = Integer.parseInt(fields[field]);
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // the same answer as for one that is out of range
            }
            throw fault(field, "must be a whole number from 0 to " + most);
        }

        private String text(int field) throws Fault {
            if (fields[field].isBlank()) {
                throw fault(field, "must not be empty");
            }
            return fields[field];
        }

        private boolean served() throws Fault {
            return switch (fields[5]) {
                case "AGENT" -> true;
                case "HANG" -> false;
                default -> throw fault(5, "must be AGENT or HANG");
            };
        }

        private Fault fault(int field, String rule) {
            int column = 1;
            for (int i = 0; i < field; i++) {
                column += fields[i].length() + 1;
            }
            return new Fault(column, COLUMNS.get(field) + " " + rule);
        }
    }
}
