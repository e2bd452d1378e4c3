package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.configuration.Withheld;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.Outside;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Step;
import org.mediarouter.routing.model.TransferMode;
import org.mediarouter.routing.model.WrapUp;

/** Routing configurations to simulate with: of a file, or made. */
final class RoutingFile {
    private RoutingFile() {}

    /**
     * Reads one.
     *
     * @return null where it has mistakes, all of which have been printed to standard error
     */
    static @Nullable Configuration read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            System.err.println(file + ": the routing configuration can't be read");
            return null;
        }
        // Nobody signs in here: a file as config show prints it will do.
        Reading reading = ConfigurationReader.read(file.toString(), text, id -> Withheld.MARK);
        if (reading instanceof Reading.Refused refused) {
            refused.mistakes()
                    .forEach(wrong -> System.err.println(new Mistake(
                            wrong.file() + ":" + wrong.line() + ":" + wrong.column(),
                            wrong.message(),
                            wrong.remedy())));
            return null;
        }
        return ((Reading.Accepted) reading).configuration();
    }

    /** One MRD, one queue, so many agents who take one task at a time; nobody waits too long. */
    static Configuration plain(int agents) {
        Mrd mrd = new Mrd(
                "tasks",
                1,
                false,
                OnInterrupt.KEEP,
                false,
                Mrd.DEFAULT_ACCEPT_WITHIN,
                WrapUp.OPTIONAL,
                Duration.ofDays(1),
                Duration.ofDays(365),
                Mrd.DEFAULT_UNKNOWN_FOR,
                "queue",
                List.of(),
                false,
                TransferMode.DIRECT,
                1,
                Outside.NONE);
        List<AgentProfile> profiles = new ArrayList<>();
        int digits = String.valueOf(agents).length();
        for (int i = 1; i <= agents; i++) {
            String id = String.format(java.util.Locale.ROOT, "a%0" + digits + "d", i);
            profiles.add(new AgentProfile(id, id, AgentMode.STANDALONE, Map.of("tasks", 1), Map.of(), null, null));
        }
        return Configuration.of(
                1, List.of(), List.of(mrd), List.of(PrecisionQueue.of("queue", "tasks", Step.of("true"))), profiles);
    }
}
