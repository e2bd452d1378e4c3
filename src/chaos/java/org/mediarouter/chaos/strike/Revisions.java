package org.mediarouter.chaos.strike;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** Which routes the nodes had in force before an edit, as their health said. */
final class Revisions {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Each look costs the node something, just when it has much to do. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Map<Member, String> before = new LinkedHashMap<>();

    private Revisions() {}

    static Revisions of(Site site) {
        Revisions revisions = new Revisions();
        site.members().forEach(member -> revisions.before.put(member, revision(member)));
        return revisions;
    }

    /** @throws IOException no other revision came into force in time */
    void awaitAnother(Member member) throws IOException, InterruptedException {
        await(
                member,
                data -> !revision(data).isEmpty() && !revision(data).equals(before.get(member)),
                "has the edit in force");
    }

    /**
     * What the node says against the edit.
     *
     * @throws IOException it didn't refuse it, or another revision came into force
     */
    String awaitRefusal(Member member) throws IOException, InterruptedException {
        JsonNode data = await(member, answer -> answer.has("routes.refused"), "refuses the edit");
        if (!revision(data).equals(before.get(member))) {
            throw new IOException(member + " has other routes in force after an edit that it refused");
        }
        String refused = data.path("routes.refused").asText();
        if (!refused.matches("(?s).*general\\.camel\\.yaml:\\d+: .+")) {
            throw new IOException(member + " does not say where the mistake is: " + refused);
        }
        return member + ": " + refused.lines().findFirst().orElse("");
    }

    /** @throws IOException it still refuses the files, or has other routes in force than before */
    void awaitAcceptance(Member member) throws IOException, InterruptedException {
        await(
                member,
                data -> !data.has("routes.refused") && revision(data).equals(before.get(member)),
                "is content with the files put right");
    }

    private static JsonNode await(Member member, Predicate<JsonNode> done, String what)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        JsonNode data = data(member);
        while (!done.test(data)) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("it is not so that " + member + " " + what + ": " + data);
            }
            Thread.sleep(LOOK_EVERY.toMillis());
            data = data(member);
        }
        return data;
    }

    private static String revision(Member member) {
        return revision(data(member));
    }

    private static String revision(JsonNode data) {
        return data.path("routes.revision").asText("");
    }

    private static JsonNode data(Member member) {
        for (JsonNode check : member.process().health().path("checks")) {
            if (check.path("data").has("routes.revision")) {
                return check.path("data");
            }
        }
        return member.process().health().path("checks").path(0);
    }
}
