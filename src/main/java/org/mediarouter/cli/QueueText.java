package org.mediarouter.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.simulation.TextTable;

/** The messages of a queue for people: a line for each, or each whole. */
final class QueueText {
    private final DateTimeFormatter clock;

    QueueText(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /**
     * A line for each message; what is wrong with it stands beneath.
     *
     * @param inQueue how many lie in the queue, those that are not shown too
     */
    String table(String queue, List<QueuedMessage> messages, long inQueue) {
        TextTable table =
                new TextTable().row(List.of("#", "id", "when", "type", "from", "agent", "task", "bytes", "error"));
        for (QueuedMessage one : messages) {
            table.row(List.of(
                    String.valueOf(one.number()),
                    one.id(),
                    clock.format(Instant.parse(one.time())),
                    dash(one.type()),
                    dash(one.source()),
                    dash(one.agent()),
                    dash(one.task()),
                    String.valueOf(one.size()),
                    dash(code(one))));
        }
        String errors = messages.stream()
                .filter(one -> one.error() != null)
                .map(one -> one.number() + ": " + line(String.valueOf(one.error())))
                .collect(Collectors.joining("\n"));
        return table + (errors.isEmpty() ? "" : "\n" + errors + "\n") + "\n" + messages.size() + " of " + inQueue
                + " in " + queue + "; --id=ID shows one whole, --json all, 'queue resend " + queue
                + "' sends them again\n";
    }

    /** Everything about each. */
    String whole(List<QueuedMessage> messages) {
        return messages.stream().map(this::whole).collect(Collectors.joining("\n"));
    }

    private String whole(QueuedMessage one) {
        List<String> lines = new ArrayList<>();
        lines.add("id           " + one.id());
        lines.add("message id   " + dash(one.messageId()));
        lines.add("correlation  " + dash(one.correlation()));
        lines.add("when         " + clock.format(Instant.parse(one.time())));
        lines.add("type         " + dash(one.type()));
        lines.add("from         " + dash(one.source()));
        lines.add("error        " + line(dash(one.error())));
        one.properties().forEach((name, value) -> lines.add("  " + name + " = " + line(value)));
        lines.add(one.body() == null ? "(its body is not shown)" : printable(String.valueOf(one.body())));
        return String.join("\n", lines) + "\n";
    }

    private static @Nullable String code(QueuedMessage one) {
        String error = one.error();
        return error == null
                ? null
                : line(error.substring(0, error.indexOf(':') < 0 ? error.length() : error.indexOf(':')));
    }

    private static String dash(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : line(text);
    }

    /** What others sent must not steer the terminal. */
    private static String line(String text) {
        return printable(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
