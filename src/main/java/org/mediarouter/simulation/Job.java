package org.mediarouter.simulation;

import org.jspecify.annotations.Nullable;

/** A task. */
final class Job {
    enum State {
        WAITING,
        OFFERED,
        WORKED,
        WRAPPING_UP,
        ENDED
    }

    final String id;
    final Customer customer;
    final Domain domain;
    String queue;
    State state = State.WAITING;
    /** Who is offered it, or has it. */
    @Nullable
    Post post;

    int offers;
    long enteredAt;
    long acceptedAt;
    /** Of the conversations it had: an end that was foreseen for an earlier one means nothing. */
    int conversation;

    Job(String id, Customer customer, Domain domain, String queue) {
        this.id = id;
        this.customer = customer;
        this.domain = domain;
        this.queue = queue;
        this.enteredAt = customer.arrival();
    }

    /** The agent in whose hands it is. */
    Post held() {
        Post holder = post;
        if (holder == null) {
            throw new IllegalStateException("nobody has task " + id);
        }
        return holder;
    }
}
