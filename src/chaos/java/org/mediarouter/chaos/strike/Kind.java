package org.mediarouter.chaos.strike;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mediarouter.chaos.site.Site;

/** All kinds of strikes, with what an installation must have to be struck so. */
public enum Kind {
    KILL_NODE(new KillNode(), Needs.NOTHING, "kill -9 of a node"),
    KILL_OWNER(new KillOwner(), Needs.TOLD_APART, "kill -9 of the node that has an MRD"),
    HANG_NODE(new HangNode(), Needs.NOTHING, "SIGSTOP and SIGCONT of a node"),
    RESTART_NODE(new RestartNode(), Needs.NOTHING, "SIGTERM and start of a node"),
    KILL_BROKER(new KillBroker(), Needs.BROKER, "kill -9 of the broker"),
    KILL_DATABASE(new KillDatabase(), Needs.DATABASE, "immediate stop of PostgreSQL"),
    CUT(new Cut(), Needs.WIRES, "the wire between a node and the broker breaks"),
    SILENCE(new Silence(), Needs.WIRES, "the wire between a node and the broker carries nothing"),
    KILL_EVERYTHING(new KillEverything(), Needs.NOTHING, "kill -9 of all processes at once"),
    GOOD_EDIT(new GoodEdit(), Needs.NOTHING, "a route is edited on all nodes"),
    BAD_EDIT(new BadEdit(), Needs.NOTHING, "a route is edited wrongly on all nodes, and then put right");

    private enum Needs {
        NOTHING,
        TOLD_APART,
        BROKER,
        WIRES,
        DATABASE
    }

    private final Strike strike;
    private final Needs needs;
    private final String description;

    Kind(Strike strike, Needs needs, String description) {
        this.strike = strike;
        this.needs = needs;
        this.description = description;
    }

    public Strike strike() {
        return strike;
    }

    public String description() {
        return description;
    }

    /** As on the command line: {@code kill-node}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that can be done to the installation. */
    public static List<Kind> of(Site site) {
        return Arrays.stream(values())
                .filter(kind -> switch (kind.needs) {
                    case NOTHING -> true;
                    case TOLD_APART -> site.members().size() > 1 && site.wired();
                    case BROKER -> site.broker() != null;
                    case WIRES -> site.wired();
                    case DATABASE -> site.database().apart();
                })
                .toList();
    }

    /** @throws IllegalArgumentException there is none of that name */
    public static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no strike " + name + "; there are "
                        + Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "))));
    }
}
