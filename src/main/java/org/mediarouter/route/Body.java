package org.mediarouter.route;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.mediarouter.message.Codec;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;

/** What a received message holds: text, or nothing that is read (protocol, section 1, "body" and "size"). */
sealed interface Body {
    /** The text of a text message, or of a bytes message in UTF-8. */
    record Text(String text) implements Body {}

    /** INVALID_BODY_TYPE, TOO_LARGE, or INVALID_JSON where bytes aren't UTF-8. */
    record Unread(Refusal refusal) implements Body {}

    static Body of(Message message) throws JMSException {
        if (message instanceof TextMessage textMessage) {
            String text = textMessage.getText();
            return text != null && text.length() > Codec.LARGEST ? tooLarge() : new Text(text == null ? "" : text);
        }
        if (message instanceof BytesMessage bytes) {
            return bytes.getBodyLength() > Codec.LARGEST ? tooLarge() : decoded(bytes);
        }
        return new Unread(Refusal.of(
                ErrorCode.INVALID_BODY_TYPE,
                "The body must be text, or bytes of UTF-8; object, stream and map messages are not read."));
    }

    private static Body decoded(BytesMessage message) throws JMSException {
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.reset();
        message.readBytes(bytes);
        try {
            return new Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Unread(Refusal.of(ErrorCode.INVALID_JSON, "The bytes of the body are not UTF-8."));
        }
    }

    private static Body tooLarge() {
        return new Unread(Refusal.of(ErrorCode.TOO_LARGE, "The body is larger than " + Codec.LARGEST + " bytes."));
    }
}
