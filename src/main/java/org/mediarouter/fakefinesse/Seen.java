package org.mediarouter.fakefinesse;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the peer has seen, counted by what it was and, after a colon, by whom: {@code rest:1001}, {@code
 * wrong-password:1001}, {@code put:1001}, {@code xmpp-login:1001}, {@code xmpp-session:1001}; {@code event}, {@code
 * event-dropped} and so on for notifications.
 */
public final class Seen {
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    void count(String what) {
        counts.computeIfAbsent(what, name -> new AtomicLong()).incrementAndGet();
    }

    /** For example {@code of("put", "1001")}. */
    public long of(String what, String agentId) {
        return of(what + ":" + agentId);
    }

    public long of(String what) {
        AtomicLong count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    /** All of them. */
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.get()));
        return all;
    }
}
