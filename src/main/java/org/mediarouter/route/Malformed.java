package org.mediarouter.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Refusal;

/** The message is malformed (protocol, section 5): it is answered, copied to {@code Invalid}, and has no effect. */
public final class Malformed extends Interruption {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;
    private final transient @Nullable ObjectNode members;

    /** With what could be read of it. */
    Malformed(Refusal refusal, @Nullable ObjectNode members) {
        super(refusal.message());
        this.refusal = refusal;
        this.members = members;
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable
    ObjectNode members() {
        return members;
    }
}
