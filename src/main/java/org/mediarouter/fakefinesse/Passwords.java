package org.mediarouter.fakefinesse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who has which password; five wrong ones in a row lock an account for five minutes, also for the right one. */
final class Passwords {
    private static final int TRIES = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final Map<String, String> passwords;
    private final Map<String, Integer> wrong = new HashMap<>();
    private final Map<String, Instant> locked = new HashMap<>();
    private final Clock clock;
    private final Seen seen;

    Passwords(Map<String, String> passwords, Clock clock, Seen seen) {
        this.passwords = new HashMap<>(passwords);
        this.clock = clock;
        this.seen = seen;
    }

    synchronized boolean right(String user, String password) {
        Instant until = locked.get(user);
        if (until != null && clock.instant().isBefore(until)) {
            seen.count("locked:" + user);
            return false;
        }
        if (password.equals(passwords.get(user))) {
            wrong.remove(user);
            return true;
        }
        seen.count("wrong-password:" + user);
        if (wrong.merge(user, 1, Integer::sum) >= TRIES) {
            locked.put(user, clock.instant().plus(LOCK));
            wrong.remove(user);
        }
        return false;
    }

    synchronized void change(String user, String password) {
        passwords.put(user, password);
    }
}
