package org.mediarouter.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class HashingThreadsTest {
    @Test
    void whoHashesGivesWayAndNobodyElse() throws Exception {
        int before = nice();
        ExecutorService threads = HashingThreads.of(2);
        try {
            assertThat(threads.submit(HashingThreadsTest::nice).get()).isEqualTo(Math.max(before, HashingThreads.NICE));
            assertThat(nice()).isEqualTo(before);
        } finally {
            threads.shutdown();
        }
    }

    /** Of the calling thread: the 19th value in its {@code stat}, proc(5). */
    private static int nice() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
