package org.mediarouter.message;

/** What a text from outside may consist of, so that it survives every store and every client protocol. */
final class Characters {
    private Characters() {}

    /**
     * Whether the text is the same after a way through UTF-8 and a database: an escaped half of a surrogate pair has no
     * UTF-8, and PostgreSQL stores no U+0000.
     */
    static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
