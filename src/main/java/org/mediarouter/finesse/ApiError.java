package org.mediarouter.finesse;

/**
 * Why Finesse refused, in an answer or, for what it had already accepted with 202, in a notification.
 *
 * @param type for example {@code Invalid State}
 * @param data the code of the part behind Finesse, for example 260
 */
record ApiError(String type, String data, String message) {
    static ApiError of(Xml errors) {
        Xml error = errors.child("apierror");
        Xml one = error == null ? errors : error;
        return new ApiError(one.textOf("errortype"), one.textOf("errordata"), one.textOf("errormessage"));
    }

    /** For a person. */
    String told() {
        String what = type.isEmpty() ? "no reason given" : type;
        return message.isEmpty() || message.equals(type) ? what : what + " (" + message + ")";
    }

    /** Whether the extension is at fault. */
    boolean device() {
        return type.equalsIgnoreCase("Invalid Device") || data.equals("260");
    }
}
