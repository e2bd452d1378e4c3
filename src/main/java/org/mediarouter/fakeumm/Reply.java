package org.mediarouter.fakeumm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An answer over HTTP.
 *
 * @param body what it begins with
 * @param blanks how many bytes of white space come after it, which JSON allows
 */
record Reply(int status, String type, String body, long blanks) {
    private static final int HUGE = 64 * 1024 * 1024;

    Reply(int status, String type, String body) {
        this(status, type, body, 0);
    }

    static Reply json(String body) {
        return new Reply(200, "application/json", body);
    }

    static Reply error(int status, String message) {
        return new Reply(status, "application/json", "{\"error\": \"" + message.replace("\"", "\\\"") + "\"}");
    }

    static Reply huge(String agentId) {
        return new Reply(200, "application/json", "{\"id\": \"" + agentId + "\"}", HUGE);
    }

    long length() {
        return body.getBytes(StandardCharsets.UTF_8).length + blanks;
    }

    void write(OutputStream to) throws IOException {
        to.write(body.getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) ' ');
        for (long left = blanks; left > 0; left -= block.length) {
            to.write(block, 0, (int) Math.min(left, block.length));
        }
    }
}
