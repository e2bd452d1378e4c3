package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Where a command's result goes. */
final class Output {
    private Output() {}

    /**
     * Text to standard output, unless JSON goes there.
     *
     * @param target null: no JSON; {@code -}: JSON to standard output; else JSON to this file
     */
    static void write(@Nullable String target, String json, String text) throws IOException {
        if ("-".equals(target)) {
            System.out.println(json);
            return;
        }
        if (target != null) {
            Files.writeString(Preparation.called(target), json + "\n");
        }
        System.out.print(text);
        System.out.flush();
    }
}
