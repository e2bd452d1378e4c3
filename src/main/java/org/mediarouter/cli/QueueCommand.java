package org.mediarouter.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code queue}: what lies in a queue of the broker, above all in {@code Invalid} and {@code DLQ}. */
@Command(
        name = "queue",
        description = "Shows the messages in a queue of the broker (Invalid, DLQ, ...) and sends them again.",
        mixinStandardHelpOptions = true,
        subcommands = {QueueCommand.Show.class, QueueCommand.Resend.class})
final class QueueCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.err.println("media-router queue: show QUEUE or resend QUEUE; --help says more");
        return ExitCode.USAGE;
    }

    /** What both do: connect as a node does, and say why it came to nothing. */
    abstract static class Asking implements Callable<Integer> {
        private final Map<String, String> commandLine;

        @Parameters(paramLabel = "QUEUE", description = "Invalid, DLQ, ExpiryQueue, or any other queue of the broker")
        String queue = "";

        @Mixin
        MessageChoice choice = new MessageChoice();

        Asking(Map<String, String> commandLine) {
            this.commandLine = commandLine;
        }

        @Override
        public Integer call() {
            Logs.prepare(Preparation.config(), null);
            List<Mistake> mistakes = new ArrayList<>();
            Settings settings = SettingsReader.read(Preparation.config(), System.getenv(), commandLine, mistakes);
            if (!mistakes.isEmpty()) {
                mistakes.forEach(System.err::println);
                return ExitCode.SOFTWARE;
            }
            try (QueueDoor door = QueueDoor.open(settings.broker())) {
                return ask(door);
            } catch (QueueDoor.Shut e) {
                System.err.println("media-router: " + e.getMessage());
            } catch (JMSException e) {
                System.err.println("media-router: the broker failed: " + Causes.sentence(e));
            }
            return ExitCode.SOFTWARE;
        }

        abstract int ask(QueueDoor door) throws JMSException, QueueDoor.Shut;

        /** Says that there is nothing to be done, and what there is instead. */
        int nothing(long inQueue) {
            System.err.println("media-router: " + choice.nothing(queue, inQueue));
            return ExitCode.SOFTWARE;
        }
    }

    /** {@code queue show}. */
    @Command(
            name = "show",
            description = "Lists the messages in a queue, and leaves them there. Passwords are blanked.",
            mixinStandardHelpOptions = true)
    static final class Show extends Asking {
        private static final ObjectMapper JSON = new ObjectMapper();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50",
                description = "the first N that match (${DEFAULT-VALUE}); 0 for all")
        private int limit;

        @Option(names = "--json", description = "everything as JSON, with bodies and properties")
        private boolean json;

        Show(Map<String, String> commandLine) {
            super(commandLine);
        }

        @Override
        int ask(QueueDoor door) throws JMSException, QueueDoor.Shut {
            long inQueue = door.depth(queue);
            List<QueuedMessage> shown = door.browse(queue, choice::fits, limit == 0 ? Integer.MAX_VALUE : limit);
            if (shown.isEmpty() && (choice.byId() || !json)) {
                return choice.byId() ? nothing(inQueue) : empty(inQueue);
            }
            if (json) {
                System.out.println(JSON.valueToTree(shown).toPrettyString());
            } else {
                QueueText text = new QueueText(ZoneId.systemDefault());
                System.out.print(choice.byId() ? text.whole(shown) : text.table(queue, shown, inQueue));
                System.out.flush();
            }
            return ExitCode.OK;
        }

        /** To find none is an answer, not a failure. */
        private int empty(long inQueue) {
            System.out.println(choice.nothing(queue, inQueue));
            return ExitCode.OK;
        }
    }

    /** {@code queue resend}. */
    @Command(
            name = "resend",
            description = {
                "Moves messages back to the queue they came from, one transaction each: what interrupts it loses none and"
                        + " doubles none.",
                "Their senders have already been told that they failed. Send again only what can succeed now, because the"
                        + " cause has been repaired, and what is still wanted."
            },
            mixinStandardHelpOptions = true)
    static final class Resend extends Asking {
        @Option(names = "--all", description = "all that match; needed wherever there is no --id")
        private boolean all;

        @Option(names = "--to", paramLabel = "QUEUE", description = "there instead of where they came from")
        private @Nullable String to;

        @Option(names = "--dry-run", description = "only says what would be sent where")
        private boolean dryRun;

        Resend(Map<String, String> commandLine) {
            super(commandLine);
        }

        @Override
        int ask(QueueDoor door) throws JMSException, QueueDoor.Shut {
            if (!all && !choice.byId()) {
                System.err.println("media-router: say which: --id=ID (see 'queue show " + queue
                        + "'), or --all, alone or with --type or --agent; --dry-run shows what would happen");
                return ExitCode.USAGE;
            }
            List<QueuedMessage> chosen = door.browse(queue, choice::fits, Integer.MAX_VALUE);
            if (chosen.isEmpty()) {
                return nothing(door.depth(queue));
            }
            Resending resending = new Resending(door, queue, to, System.out::println);
            Resending.Done done = dryRun ? resending.rehearse(chosen) : resending.move(chosen);
            System.out.println((dryRun ? "would be sent: " : "sent: ") + done.sent() + ", left: " + done.left());
            return done.left() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
