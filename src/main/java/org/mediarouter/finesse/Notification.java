package org.mediarouter.finesse;

import org.jspecify.annotations.Nullable;

/**
 * One {@code <Update>} of Finesse: its children come in any order, and its event in either case.
 *
 * @param requestId of the request that caused it; empty where it came by itself
 * @param user the agent, whole; null where it is about something else
 * @param error why a request that had been accepted came to nothing
 */
record Notification(
        String requestId,
        @Nullable FinesseUser user,
        @Nullable ApiError error) {
    /**
     * Reads the payload of an item: {@code <notification>} with the update as text, XML escaped once, or as elements.
     *
     * @throws Xml.Unreadable it is none
     */
    static Notification of(String payload) throws Xml.Unreadable {
        Xml root = Xml.read(payload);
        Xml update = root.name().equals("update") ? root : root.child("update");
        if (update == null) {
            update = Xml.read(root.text());
        }
        if (!update.name().equals("update")) {
            throw new Xml.Unreadable("there is no Update in it");
        }
        Xml data = update.child("data");
        Xml user = data == null ? null : data.child("user");
        Xml errors = data == null ? null : data.child("apierrors");
        return new Notification(
                update.textOf("requestid"),
                user == null ? null : FinesseUser.of(user),
                errors == null ? null : ApiError.of(errors));
    }
}
