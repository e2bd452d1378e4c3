package org.mediarouter.broker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** STOMP 1.2 over a socket, as little as a script would use. Every request waits for its receipt. Not for several threads. */
public final class StompClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Deque<Frame> messages = new ArrayDeque<>();
    private int receipts;

    /** A frame as received. */
    public record Frame(String command, Map<String, String> headers, String body) {}

    /** The broker's ERROR frame; the connection is gone after it. */
    public static final class StompError extends IOException {
        private static final long serialVersionUID = 1L;

        StompError(Frame frame) {
            super(frame.headers().getOrDefault("message", "") + " " + frame.body());
        }
    }

    public StompClient(String host, int port, @Nullable String user, @Nullable String password) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("accept-version", "1.2");
        headers.put("host", host);
        headers.put("heart-beat", "0,0");
        if (user != null) {
            headers.put("login", user);
            headers.put("passcode", password == null ? "" : password);
        }
        write("CONNECT", headers, "");
        Frame connected = read(Duration.ofSeconds(10));
        if (connected == null || !connected.command().equals("CONNECTED")) {
            socket.close();
            throw connected == null ? new EOFException("no answer to CONNECT") : new StompError(connected);
        }
    }

    /** Sends a persistent message; returns when the broker has it. */
    public void send(String destination, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("destination", destination);
        all.putIfAbsent("persistent", "true");
        request("SEND", all, body);
    }

    public void subscribe(String id, String destination) throws IOException {
        request("SUBSCRIBE", Map.of("id", id, "destination", destination, "ack", "auto"), "");
    }

    /** The next MESSAGE, null when none comes in time. */
    public @Nullable Frame receive(Duration wait) throws IOException {
        if (!messages.isEmpty()) {
            return messages.poll();
        }
        Frame frame = read(wait);
        if (frame != null && frame.command().equals("ERROR")) {
            throw new StompError(frame);
        }
        return frame;
    }

    private void request(String command, Map<String, String> headers, String body) throws IOException {
        String receipt = "r" + ++receipts;
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("receipt", receipt);
        write(command, all, body);
        while (true) {
            Frame frame = read(Duration.ofSeconds(30));
            if (frame == null) {
                throw new EOFException("no receipt for " + command);
            } else if (frame.command().equals("MESSAGE")) {
                messages.add(frame);
            } else if (frame.command().equals("ERROR")) {
                throw new StompError(frame);
            } else if (receipt.equals(frame.headers().get("receipt-id"))) {
                return;
            }
        }
    }

    private void write(String command, Map<String, String> headers, String body) throws IOException {
        StringBuilder head = new StringBuilder(command).append('\n');
        headers.forEach((name, value) ->
                head.append(name).append(':').append(escaped(command, value)).append('\n'));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        frame.write(0);
        out.write(frame.toByteArray());
        out.flush();
    }

    private static String escaped(String command, String value) {
        return command.equals("CONNECT")
                ? value
                : value.replace("\\", "\\\\").replace("\n", "\\n").replace(":", "\\c");
    }

    private @Nullable Frame read(Duration wait) throws IOException {
        socket.setSoTimeout((int) Math.max(1, wait.toMillis()));
        try {
            String command = "";
            while (command.isEmpty()) {
                command = line();
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                headers.putIfAbsent(header.substring(0, colon), unescaped(header.substring(colon + 1)));
            }
            return new Frame(command, headers, body(headers.get("content-length")));
        } catch (SocketTimeoutException e) {
            return null;
        }
    }

    private static String unescaped(String value) {
        return value.replace("\\c", ":").replace("\\n", "\n").replace("\\\\", "\\");
    }

    private String body(@Nullable String length) throws IOException {
        if (length != null) {
            String body = new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
            in.read();
            return body;
        }
        return until(0);
    }

    private String line() throws IOException {
        return until('\n').replace("\r", "");
    }

    private String until(int end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != end; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the broker closed the connection");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            request("DISCONNECT", Map.of(), "");
        } catch (IOException e) {
            // The broker closed it before.
        } finally {
            socket.close();
        }
    }
}
