package org.mediarouter.routing.statistics;

/**
 * Whose figures.
 *
 * @param kind what the id names
 */
public record Subject(Kind kind, String id) implements Comparable<Subject> {

    /** What has figures. */
    public enum Kind {
        QUEUE,
        AGENT,
        MRD
    }

    public static Subject queue(String id) {
        return new Subject(Kind.QUEUE, id);
    }

    public static Subject agent(String id) {
        return new Subject(Kind.AGENT, id);
    }

    public static Subject mrd(String id) {
        return new Subject(Kind.MRD, id);
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? id.compareTo(other.id) : byKind;
    }
}
