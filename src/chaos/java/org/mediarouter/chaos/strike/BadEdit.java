package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** Somebody makes a mistake in the route of {@code General}: it must be refused with file and line, and nothing change. */
final class BadEdit implements Strike {
    private static final List<String> MISTAKES = List.of(
            "process: {ref: no-such-step}",
            "setProperty: {name: edited, constant",
            "to: {uri: \"no-such-component:x\"}",
            "no-such-verb: {}");

    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        String mistake = Chance.oneOf(MISTAKES, random);
        String good = Files.readString(RouteFile.of(site.members().get(0)));
        Revisions before = Revisions.of(site);
        RouteFile.edit(site, content -> RouteFile.withStep(content, mistake));
        StringBuilder refused = new StringBuilder();
        try {
            for (Member member : site.members()) {
                refused.append(' ').append(before.awaitRefusal(member));
            }
        } finally {
            RouteFile.edit(site, content -> good);
        }
        for (Member member : site.members()) {
            before.awaitAcceptance(member);
        }
        return mistake + " refused:" + refused;
    }
}
