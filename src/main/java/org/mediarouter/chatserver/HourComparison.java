package org.mediarouter.chatserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An hour of the replayed day beside the same hour of the data. Waits in seconds of that day, of those who were served.
 * The shares of those who left are alike by design: who hung up in the data has exactly that patience here, unless an agent
 * is faster.
 */
public record HourComparison(
        HourOfData data, int arrived, double abandoned, double mean, double median, double ninetieth) {

    static List<HourComparison> of(List<HourOfData> data, List<Snapshot.Hour> played, double speed) {
        Map<Integer, Snapshot.Hour> byHour = new TreeMap<>();
        played.forEach(hour -> byHour.put(hour.hour(), hour));
        List<HourComparison> hours = new ArrayList<>();
        for (HourOfData hour : data) {
            Snapshot.@Nullable Hour here = byHour.get(hour.hour());
            if (here != null) {
                Snapshot.Wait wait = here.served();
                hours.add(new HourComparison(
                        hour,
                        here.arrived(),
                        here.abandoned(),
                        wait.mean() * speed,
                        wait.median() * speed,
                        wait.ninetieth() * speed));
            }
        }
        return hours;
    }

    static List<String> lines(List<HourComparison> hours) {
        List<String> lines = new ArrayList<>();
        lines.add("hour   came         left before an answer   mean wait, s     p50, s           p90, s");
        lines.add("       data  here   data    here            data    here     data    here     data    here");
        for (HourComparison hour : hours) {
            HourOfData data = hour.data();
            lines.add(String.format(
                    Locale.ROOT,
                    "%02d     %4d  %4d   %5.1f%%  %5.1f%%         %6.1f  %6.1f   %6.1f  %6.1f   %6.1f  %6.1f",
                    data.hour(),
                    data.arrived(),
                    hour.arrived(),
                    100 * data.abandoned(),
                    100 * hour.abandoned(),
                    data.meanWait(),
                    hour.mean(),
                    data.medianWait(),
                    hour.median(),
                    data.ninetiethWait(),
                    hour.ninetieth()));
        }
        return lines;
    }
}
