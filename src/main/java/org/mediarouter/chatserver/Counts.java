package org.mediarouter.chatserver;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.Map;
import java.util.TreeMap;

/** How often what happened, by the protocol's word. Not thread-safe; {@link #copy()} for others. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class Counts {
    public long asked;
    public long offers;
    public long accepted;
    public long rona;
    public long rejections;
    public long pauses;
    public long wrapUps;
    public long transfers;
    public long requeues;
    public long conferences;
    public long abandoned;
    public long refusedTasks;
    public long verified;
    /** Ended tasks by reason. */
    public final Map<String, Long> closed = new TreeMap<>();
    /** Refused commands by error code: races such as OFFER_EXPIRED are part of the trade. */
    public final Map<String, Long> errors = new TreeMap<>();

    public long ended() {
        return closed.values().stream().mapToLong(Long::longValue).sum();
    }

    Counts copy() {
        Counts copy = new Counts();
        copy.asked = asked;
        copy.offers = offers;
        copy.accepted = accepted;
        copy.rona = rona;
        copy.rejections = rejections;
        copy.pauses = pauses;
        copy.wrapUps = wrapUps;
        copy.transfers = transfers;
        copy.requeues = requeues;
        copy.conferences = conferences;
        copy.abandoned = abandoned;
        copy.refusedTasks = refusedTasks;
        copy.verified = verified;
        copy.closed.putAll(closed);
        copy.errors.putAll(errors);
        return copy;
    }
}
