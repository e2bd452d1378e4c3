package org.mediarouter.cluster.database;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is: {@code mediarouter.store.*}.
 *
 * @param url {@code jdbc:postgresql://HOST/DATABASE}, which several nodes may share, or {@code jdbc:h2:...}, for one node
 */
public record DatabaseSettings(String url, String user, String password) {
    private static final String H2 = "jdbc:h2:";
    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^~;][^;]*)(;.*)?");
    private static final Pattern WITHOUT_LOG = Pattern.compile("(?i);(CIPHER|AUTO_SERVER)=");
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The file of a single node, in its data directory. */
    public static DatabaseSettings file(Path data) {
        return new DatabaseSettings(H2 + "file:" + data.resolve("store").toAbsolutePath(), "", "");
    }

    /** Of the present process, gone with it: for tests. */
    public static DatabaseSettings inMemory(String name) {
        return new DatabaseSettings(H2 + "mem:" + name + ";DB_CLOSE_DELAY=-1", "", "");
    }

    /** Whether it is one of the two that are known. */
    public boolean known() {
        return url.startsWith(H2) || url.startsWith(POSTGRESQL);
    }

    /** Whether it is inside one node's process: other nodes can't share it. */
    public boolean embedded() {
        return url.startsWith(H2) && !url.startsWith(H2 + "tcp:") && !url.startsWith(H2 + "ssl:");
    }

    /**
     * The file, without what H2 adds to its name, that has a log before it; null where there is none: another database,
     * an encrypted file, whose rows mustn't stand beside it in clear, or one that several processes share.
     */
    @Nullable
    Path loggedFile() {
        Matcher file = FILE.matcher(url);
        return file.matches() && !WITHOUT_LOG.matcher(url).find() ? Path.of(file.group(1)) : null;
    }

    boolean h2() {
        return url.startsWith(H2);
    }

    /**
     * With what the promises rest on. H2 writes a commit within the delay, or when it is asked to ({@link H2File}); with a
     * delay of 0 it would each time, but then the file is never compacted (decision 007). It would end with the process
     * before we do. By default it keeps parsed the eight statements used last, fewer than ours; and its cache
     * fills 64 MB with former states of pages, which grow old there and make the collector work. What is written once a
     * second it takes for idleness, in which it copies all that is alive until the file is nine tenths full, which took a
     * core for a quarter of a second now and then: half is enough (decision 020).
     */
    String fullUrl() {
        return h2()
                ? url
                        + ";WRITE_DELAY=1000;AUTO_COMPACT_FILL_RATE=50;RETENTION_TIME=5000;QUERY_CACHE_SIZE=32;CACHE_SIZE=2048;DB_CLOSE_ON_EXIT=FALSE"
                : url;
    }

    /** Without the password, and without what may stand behind a question mark. */
    @Override
    public String toString() {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
