package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Where a command's result goes. */
final class Output {
    private Output() {}

    /**
     * Text to standard output, unless JSON goes there.
     *
     * @param target null: no JSON; {@code -}: JSON to standard output; else JSON to this file
     * @return the command's exit code
     */
    static int write(@Nullable String target, String json, String text) {
        if ("-".equals(target)) {
            System.out.println(json);
            return ExitCode.OK;
        }
        System.out.print(text);
        System.out.flush();
        return target == null || written(target, json + "\n") ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** False where it can't be; that has been said. */
    static boolean written(String file, String content) {
        try {
            Files.writeString(Preparation.called(file), content);
            return true;
        } catch (IOException e) {
            System.err.println("media-router: " + file + " can't be written ("
                    + e.getClass().getSimpleName() + "); is its directory there?");
            return false;
        }
    }
}
