package org.mediarouter.routing;

/** Something that has a deadline; {@link Deadlines} keeps it. */
abstract class Timed {

    static final long NEVER = Long.MAX_VALUE;

    long due = NEVER;
    int slot = -1;

    abstract String id();

    /** Of deadlines at the same moment, tasks' come before agents', and then the id decides. */
    abstract int rank();

    final boolean before(Timed other) {
        if (due != other.due) {
            return due < other.due;
        }
        if (rank() != other.rank()) {
            return rank() < other.rank();
        }
        return id().compareTo(other.id()) < 0;
    }
}
