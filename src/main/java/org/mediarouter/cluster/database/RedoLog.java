package org.mediarouter.cluster.database;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions that the database's own file doesn't have yet, in two files beside it, of which each takes its turn
 * (decision 018). What is appended survives the end of the process, as what H2 writes does, not that of the machine.
 *
 * <p>Each transaction is its length, a checksum, its number and its rows. The last one of a file may be there in part, where the
 * process ended meanwhile; it was never answered for.
 */
final class RedoLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedoLog.class);

    /** Length and checksum. */
    private static final int HEAD = 2 * Integer.BYTES;

    /** So much memory is kept from one transaction to the next, in bytes: some ten times what a common one takes. */
    private static final int KEPT = 128 * 1024;

    private final List<Part> parts;
    private Draft draft = new Draft();
    private int current;
    private long number;

    private RedoLog(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * One of the two files.
     *
     * @param file read and written here alone; not by a channel, which an interrupt would close
     */
    private static final class Part {
        final Path path;
        final RandomAccessFile file;

        /** Where the next transaction goes, in bytes: behind the last one that is whole. */
        long end;

        Part(Path path) throws IOException {
            this.path = path;
            file = new RandomAccessFile(path.toFile(), "rw");
        }

        void clear() throws IOException {
            end = 0;
            file.setLength(0);
        }

        List<Entry> entries() throws IOException {
            List<Entry> entries = new ArrayList<>();
            file.seek(0);
            byte[] all = new byte[Math.toIntExact(file.length())];
            file.readFully(all);
            ByteBuffer in = ByteBuffer.wrap(all);
            int whole = 0;
            while (in.remaining() > HEAD) {
                int length = in.getInt();
                int checksum = in.getInt();
                if (length < Long.BYTES
                        || length > in.remaining()
                        || checksum != checksum(in.slice().limit(length))) {
                    break;
                }
                byte[] rows = new byte[length - Long.BYTES];
                long number = in.getLong();
                in.get(rows);
                entries.add(new Entry(number, SavedRows.read(rows)));
                whole = in.position();
            }
            if (whole < all.length) {
                LOG.warn(
                        "{} bytes at the end of {} are no whole transaction; it was being written, and not acknowledged",
                        all.length - whole,
                        path);
            }
            return entries;
        }
    }

    /** A transaction as it is to be written, in the same memory as the one before: some hundred a second come here. */
    private static final class Draft extends ByteArrayOutputStream {
        Draft() {
            super(KEPT);
        }

        ByteBuffer of(long number, List<SavedRow> rows) throws IOException {
            reset();
            DataOutputStream out = new DataOutputStream(this);
            out.writeLong(0); // HEAD, until it is known
            out.writeLong(number);
            SavedRows.write(rows, out);
            ByteBuffer entry = ByteBuffer.wrap(buf, 0, count);
            return entry.putInt(count - HEAD)
                    .putInt(checksum(entry.slice(HEAD, count - HEAD)))
                    .rewind();
        }

        boolean large() {
            return buf.length > KEPT;
        }
    }

    /** One transaction. */
    private record Entry(long number, List<SavedRow> rows) {}

    /**
     * Opens it, or makes it. What it has is to be {@linkplain #read() read} and {@linkplain #clear() cleared} before
     * anything is appended.
     *
     * @param store the database's file, without what H2 adds to its name
     */
    static RedoLog open(Path store) throws IOException {
        Path directory = store.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return new RedoLog(List.of(new Part(beside(store, ".redo.1")), new Part(beside(store, ".redo.2"))));
    }

    private static Path beside(Path store, String ending) {
        return store.resolveSibling(store.getFileName() + ending);
    }

    /**
     * Adds a transaction; it is safe when this returns.
     *
     * @throws IOException it isn't there; the next one may be
     */
    synchronized void append(List<SavedRow> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        ByteBuffer entry = draft.of(++number, rows);
        Part part = parts.get(current);
        // What a write that failed has left there is written over.
        part.file.seek(part.end);
        part.file.write(entry.array(), 0, entry.remaining());
        part.end += entry.remaining();
        if (draft.large()) {
            draft = new Draft();
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** All that is there, oldest first. */
    synchronized List<List<SavedRow>> read() throws IOException {
        List<Entry> all = new ArrayList<>();
        for (Part part : parts) {
            all.addAll(part.entries());
        }
        return all.stream()
                .sorted(Comparator.comparingLong(Entry::number))
                .map(Entry::rows)
                .toList();
    }

    /** What comes goes to the other file, if that one is empty and this one isn't; whether this one is full, then. */
    synchronized boolean turn() {
        if (parts.get(current).end > 0 && parts.get(1 - current).end == 0) {
            current = 1 - current;
        }
        return parts.get(1 - current).end > 0;
    }

    /** The database's file has all that was appended before the {@linkplain #turn() turn}. */
    synchronized void clearOlder() throws IOException {
        parts.get(1 - current).clear();
    }

    /** The database's file has all. */
    synchronized void clear() throws IOException {
        clearOlder();
        parts.get(current).clear();
    }

    @Override
    public synchronized void close() throws IOException {
        for (Part part : parts) {
            boolean empty = part.file.length() == 0;
            part.file.close();
            if (empty) {
                Files.deleteIfExists(part.path);
            }
        }
    }
}
