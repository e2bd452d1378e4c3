package org.mediarouter.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

/**
 * Writes UMM's agents into the text of a routing configuration: between two comment lines below {@code agents:}, and nowhere
 * else. All other lines, with what an administrator has set by hand, stay byte for byte; an agent who stands among them is
 * not written a second time.
 */
public final class UmmMerge {
    private final Configuration former;
    private final UmmLines lines;
    private final boolean mayShrink;

    /**
     * @param former what stands in the text
     * @param mrds what an agent works in of whom UMM doesn't say it
     * @param mayShrink whether more than half of UMM's agents may vanish at once
     */
    public UmmMerge(Configuration former, Set<String> mrds, boolean mayShrink) {
        this.former = former;
        this.lines = new UmmLines(former, mrds);
        this.mayShrink = mayShrink;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Done; the text is equal to the former one where nothing has changed.
         *
         * @param agents how many of UMM's agents stand there
         * @param leftOut what of UMM's list does not, and why
         */
        record Merged(String text, int agents, List<String> leftOut) implements Outcome {}

        /** Nothing can be written; a sentence says why, and what would be right. */
        record Refused(String why) implements Outcome {}
    }

    /**
     * Merges.
     *
     * @param text of {@code routing.yaml}
     */
    public Outcome merge(String text, List<UmmAgent> agents) {
        RoutingText routing;
        try {
            routing = RoutingText.of(text);
        } catch (RoutingText.NoPlaceException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
        List<String> leftOut = new ArrayList<>();
        List<String> written = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (UmmAgent agent :
                agents.stream().sorted(Comparator.comparing(UmmAgent::id)).toList()) {
            if (routing.byHand().contains(agent.id())) {
                continue;
            }
            String line = lines.of(agent, leftOut);
            if (line != null) {
                written.add(line);
                ids.add(agent.id());
            }
        }
        String shrinks = mayShrink ? null : shrinks(routing, ids, agents);
        if (shrinks != null) {
            return new Outcome.Refused(shrinks);
        }
        String merged = routing.with(written);
        String wrong = merged.equals(text) ? null : wrong(merged, routing.byHand(), ids);
        return wrong == null ? new Outcome.Merged(merged, ids.size(), leftOut) : new Outcome.Refused(wrong);
    }

    private static @Nullable String shrinks(RoutingText routing, Set<String> next, List<UmmAgent> agents) {
        if (agents.isEmpty()) {
            return "UMM's list is empty; mediarouter.umm.sync-may-shrink=true lets it be";
        }
        long lost = routing.synchronised().stream()
                .filter(id -> !next.contains(id) && !routing.byHand().contains(id))
                .count();
        int had = routing.synchronised().size();
        return lost * 2 > had
                ? "of " + had + " agents of UMM's " + lost
                        + " would vanish; mediarouter.umm.sync-may-shrink=true lets more than half of them go"
                : null;
    }

    /** Whatever is no agent of UMM's must read as it did before; null where it does. */
    private @Nullable String wrong(String merged, Set<String> byHand, Set<String> ids) {
        Reading reading = ConfigurationReader.read("the configuration with UMM's agents", merged);
        if (reading instanceof Reading.Refused refused) {
            return String.valueOf(refused.mistakes().get(0));
        }
        Configuration next = ((Reading.Accepted) reading).configuration();
        Map<String, AgentProfile> others = new HashMap<>(former.agents());
        others.keySet().retainAll(byHand);
        Map<String, AgentProfile> stayed = new HashMap<>(next.agents());
        boolean there = stayed.keySet().containsAll(ids);
        stayed.keySet().removeAll(ids);
        boolean same = next.seed() == former.seed()
                && next.attributes().equals(former.attributes())
                && next.mrds().equals(former.mrds())
                && next.queues().equals(former.queues())
                && stayed.equals(others);
        return there && same
                ? null
                : "the lines \"" + RoutingText.BEGIN + "\" and \"" + RoutingText.END
                        + "\" stand around something else than UMM's agents; put them below agents:";
    }
}
