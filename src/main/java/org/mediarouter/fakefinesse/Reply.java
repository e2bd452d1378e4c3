package org.mediarouter.fakefinesse;

/**
 * An answer over HTTP.
 *
 * @param after what is done once it is sent
 */
record Reply(int status, String type, String body, Runnable after) {
    static Reply xml(String body) {
        return new Reply(200, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body, () -> {});
    }

    static Reply accepted(Runnable after) {
        return new Reply(202, "application/xml", "", after);
    }

    static Reply error(int status, String type, String message) {
        return new Reply(
                status,
                "application/xml",
                "<ApiErrors><ApiError><ErrorData>" + Xml.escape(message) + "</ErrorData><ErrorMessage>"
                        + Xml.escape(message) + "</ErrorMessage><ErrorType>" + type
                        + "</ErrorType></ApiError></ApiErrors>",
                () -> {});
    }
}
