package org.mediarouter.finesse;

import org.jspecify.annotations.Nullable;

/** Finesse didn't do what it was asked for. The message is for people, and holds no password. */
final class FinesseFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of fault. */
    enum Kind {
        /** The name or the password is wrong: not to be tried again, since five of these lock the account. */
        CREDENTIALS,
        /** It understood, and says no. */
        REFUSED,
        /** It can't be reached, is not in service, or says what nobody understands: later, or the other side. */
        AWAY
    }

    private final Kind kind;
    private final transient @Nullable ApiError error;

    FinesseFault(Kind kind, String message, @Nullable ApiError error) {
        super(message);
        this.kind = kind;
        this.error = error;
    }

    static FinesseFault away(String message) {
        return new FinesseFault(Kind.AWAY, message, null);
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    ApiError error() {
        return error;
    }
}
