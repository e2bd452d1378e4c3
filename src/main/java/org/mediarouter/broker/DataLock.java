package org.mediarouter.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second broker out of a data directory: Artemis by itself would let both write one journal. */
final class DataLock {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new DataLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new BrokerStartException("the broker can't write to " + data, e);
        }
        throw new BrokerStartException("another broker is running with the data in " + data, null);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the broker's data directory stays locked", e);
        }
    }
}
