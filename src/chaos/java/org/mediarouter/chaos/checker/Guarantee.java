package org.mediarouter.chaos.checker;

import java.util.List;

/** One of G1-G6. */
interface Guarantee {
    /** All places where the history breaks it. */
    List<Violation> violations(Evidence evidence);
}
