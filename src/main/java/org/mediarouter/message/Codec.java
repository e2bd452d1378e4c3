package org.mediarouter.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Bodies to records and back (protocol, sections 1 and 3). */
public final class Codec {
    /** The largest body accepted, in bytes of UTF-8. */
    public static final int LARGEST = 64 * 1024;

    private Codec() {}

    /** What a body turned out to be. */
    public sealed interface Decoded {
        /** A well-formed command. */
        record Understood(Command command) implements Decoded {}

        /** Malformed; {@code body} is what could be read of it, for the answer's sake. */
        record Malformed(Refusal refusal, @Nullable ObjectNode body) implements Decoded {
            @Override
            public String toString() {
                return "Malformed[refusal=" + refusal + "]";
            }
        }
    }

    /** The names under which commands come to {@code General}. */
    public static Set<String> commandTypes() {
        return new TreeSet<>(Commands.BY_TYPE.keySet());
    }

    /**
     * Reads a command from {@code General}.
     *
     * @param type the {@code JMSType}; null where there was none
     */
    public static Decoded command(@Nullable String type, String body) {
        if (body.length() > LARGEST || body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return malformed(ErrorCode.TOO_LARGE, "The body is larger than " + LARGEST + " bytes.", null);
        }
        ObjectNode members;
        try {
            JsonNode tree = Json.STRICT.readTree(body);
            if (!(tree instanceof ObjectNode)) {
                return malformed(ErrorCode.INVALID_JSON, "The body is not a JSON object.", null);
            }
            members = (ObjectNode) tree;
        } catch (StreamConstraintsException e) {
            return malformed(
                    ErrorCode.TOO_LARGE,
                    "The body is nested deeper than " + Json.DEEPEST + ", or a name or number in it is too long.",
                    null);
        } catch (JsonProcessingException e) {
            return malformed(ErrorCode.INVALID_JSON, "The body is not valid JSON" + where(e) + ".", null);
        }
        Commands.Reader reader = type == null ? null : Commands.BY_TYPE.get(type);
        if (reader == null) {
            return malformed(ErrorCode.UNKNOWN_TYPE, unknown(type), members);
        }
        try {
            return new Decoded.Understood(new Members(members).read(reader));
        } catch (Members.Fault fault) {
            return new Decoded.Malformed(fault.refusal(), members);
        }
    }

    /** The JSON of a message of ours. */
    public static String encode(Message message) {
        try {
            return Json.OWN.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + message.type() + " can't be written as JSON", e);
        }
    }

    /**
     * Reads a message of our own.
     *
     * @throws IllegalArgumentException if it isn't one: then the system, not a client, is at fault
     */
    public static <M extends Message> M decode(Class<M> message, String body) {
        try {
            return Json.OWN.readValue(body, message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a " + message.getSimpleName() + where(e), e);
        }
    }

    /** The members of a body of any type; null where it is none that can be read. */
    public static @Nullable ObjectNode members(String body) {
        try {
            return body.length() <= LARGEST && Json.STRICT.readTree(body) instanceof ObjectNode members
                    ? members
                    : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Whether a text may be an id (protocol, section 1, "ids"). */
    public static boolean isId(String text) {
        return Members.isId(text);
    }

    /** A malformed body fit to be shown: the value of a {@code Password}, wherever it stands, is blanked. */
    public static String withoutPassword(ObjectNode body) {
        ObjectNode copy = body.deepCopy();
        blank(copy);
        return copy.toString();
    }

    private static void blank(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getKey().equalsIgnoreCase("Password")) {
                    member.setValue(TextNode.valueOf(""));
                }
            });
        }
        node.forEach(Codec::blank);
    }

    private static Decoded malformed(ErrorCode code, String message, @Nullable ObjectNode body) {
        return new Decoded.Malformed(Refusal.of(code, message), body);
    }

    private static String unknown(@Nullable String type) {
        return type == null
                ? "The message has no JMSType."
                : "The JMSType is none that is taken here; known are " + String.join(", ", commandTypes()) + ".";
    }

    /** Where the fault lies, without a word of the body: it may hold a password. */
    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
