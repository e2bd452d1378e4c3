package org.mediarouter.finesse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process needs.
 *
 * @param residentKb in physical memory
 * @param liveHeapKb of the heap, what is left after a full collection
 */
record Footprint(long threads, long residentKb, long liveHeapKb) {
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    /** Now, after a full collection there. */
    static Footprint of(long pid) throws IOException, InterruptedException {
        long live = liveHeap(pid) / 1024;
        String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
        return new Footprint(number(status, "Threads"), number(status, "VmRSS"), live);
    }

    private static long liveHeap(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        Matcher total = TOTAL.matcher(said);
        if (!total.find()) {
            throw new IOException("jcmd doesn't tell the heap of " + pid + ": " + said);
        }
        return Long.parseLong(total.group(1));
    }

    private static long number(String status, String name) throws IOException {
        Matcher line = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
        if (!line.find()) {
            throw new IOException("/proc doesn't tell " + name);
        }
        return Long.parseLong(line.group(1));
    }

    /** Processor time that it has used so far, of all its threads, in ms; Linux counts in hundredths of a second. */
    static long processorMillis(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }
}
