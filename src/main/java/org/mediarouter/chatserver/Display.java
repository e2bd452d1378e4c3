package org.mediarouter.chatserver;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Shows how the demonstration goes: a table redrawn in place on a terminal, else a line now and then. */
final class Display {
    private static final int SECONDS_BETWEEN_LINES = 5;

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private long calls;

    Display(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether standard output is a terminal that can be redrawn. */
    static boolean onTerminal() {
        java.io.Console console = System.console();
        String term = System.getenv("TERM");
        if (console == null || term == null || term.equals("dumb")) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal too.
            Object answer = java.io.Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(answer);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** To be called once a second. */
    void show(Snapshot now) {
        if (terminal) {
            List<String> lines = Figures.table(now);
            // A line that the terminal breaks would count as two when going back.
            StringBuilder frame = new StringBuilder("\u001b[?7l");
            if (drawn > 0) {
                frame.append("\u001b[").append(drawn).append("A\u001b[J");
            }
            lines.forEach(line -> frame.append(line).append('\n'));
            out.print(frame.append("\u001b[?7h"));
            out.flush();
            drawn = lines.size();
        } else if (++calls % SECONDS_BETWEEN_LINES == 0) {
            say(Figures.line(now));
        }
    }

    /** A line that stays. */
    void say(String line) {
        drawn = 0;
        out.println(line);
        out.flush();
    }
}
