package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** The file of the queue {@code General}, of which every node has its own copy. */
final class RouteFile {
    private static final String NAME = "general.camel.yaml";
    /** The first step of the route, before which others can be put. */
    private static final String FIRST_STEP = "        - process: {ref: receive-general}\n";

    private RouteFile() {}

    static Path of(Member member) {
        return member.process().home().resolve("routes").resolve(NAME);
    }

    /** The same change on all nodes. */
    static void edit(Site site, UnaryOperator<String> change) throws IOException {
        for (Member member : site.members()) {
            Path file = of(member);
            Files.writeString(file, change.apply(Files.readString(file)));
        }
    }

    /**
     * Puts a step after the first one of the route, in place of a former one.
     *
     * @param step one line of YAML, as {@code setProperty: {name: edited, constant: "1"}}
     */
    static String withStep(String content, String step) {
        int begin = content.indexOf(FIRST_STEP) + FIRST_STEP.length();
        int choice = content.indexOf("        - choice:", begin);
        if (begin < FIRST_STEP.length() || choice < 0) {
            throw new IllegalArgumentException(NAME + " has other steps than the shipped one");
        }
        return content.substring(0, begin) + "        - " + step + "\n" + content.substring(choice);
    }
}
