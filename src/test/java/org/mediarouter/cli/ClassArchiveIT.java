package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's distribution has an archive of classes, and a start by the Java that built it uses it. */
class ClassArchiveIT {
    @TempDir
    Path directory;

    @Test
    void ourClassesComeFromTheArchive() throws IOException, InterruptedException {
        // given
        Path loaded = directory.resolve("loaded");
        // when
        ProcessBuilder builder = new ProcessBuilder("target/media-router/bin/media-router", "--version");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
        Process program = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile())
                .start();
        // then
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(directory.resolve("said"))).startsWith("media-router ");
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains(MediaRouter.class.getName() + " source: shared objects file"));
    }
}
