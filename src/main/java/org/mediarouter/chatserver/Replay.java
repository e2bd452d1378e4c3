package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallRoster;

/**
 * A real day, played faster. A call becomes a task: one that hung up is a customer who cancels after the same wait, one
 * that was served waits as long as it takes and is handled as long as it was.
 */
public final class Replay {
    private final List<Call> day;
    private final double speed;
    private final int start;
    private final CallRoster roster;

    /**
     * @param day the calls of one day
     * @param speed seconds of that day in one second
     */
    public Replay(List<Call> day, double speed) {
        this(day, speed, 0);
    }

    private Replay(List<Call> day, double speed, int fromHour) {
        if (day.isEmpty() || !(speed > 0)) {
            throw new IllegalArgumentException("A replay needs calls and a positive speed");
        }
        this.day = List.copyOf(day);
        this.speed = speed;
        this.start = fromHour * 3600;
        this.roster = new CallRoster(day);
    }

    /** The same without what happened before an hour of the day; who was at work then is so from the beginning. */
    public Replay from(int hour) {
        List<Call> later =
                day.stream().filter(call -> call.arrival() >= hour * 3600).toList();
        return new Replay(later, speed, hour);
    }

    /** How many agents the data show. */
    public int agentsNeeded() {
        return roster.presences().size();
    }

    /**
     * The agents at the times the data show.
     *
     * @param agents at least {@link #agentsNeeded()}; the others stay at home
     */
    List<AgentProfile> staff(List<AgentProfile> agents) {
        List<AgentProfile> staff = new ArrayList<>();
        Iterator<AgentProfile> free = agents.iterator();
        for (List<CallRoster.Presence> presences : roster.presences().values()) {
            if (!free.hasNext()) {
                throw new IllegalArgumentException(
                        "The day needs " + agentsNeeded() + " agents, there are " + agents.size());
            }
            staff.add(free.next()
                    .onDuty(presences.stream()
                            .map(p -> new AgentProfile.Shift(since(p.from()), since(p.to())))
                            .toList()));
        }
        return staff;
    }

    List<Arrival> arrivals(CallMapping mapping) {
        Map<Call, Duration> afterWork = roster.afterWork();
        List<Arrival> arrivals = new ArrayList<>();
        for (Call call : day) {
            @Nullable Duration after = afterWork.get(call);
            arrivals.add(new Arrival(
                    since(call.arrival()),
                    call.arrival() / 3600,
                    mapping.kindOf(call),
                    call.served() ? null : scaled(call.waited()),
                    scaled(call.service()),
                    scaled(after == null ? CallRoster.USUAL_AFTER_WORK : after.toSeconds())));
        }
        return arrivals;
    }

    List<HourOfData> hours() {
        List<HourOfData> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            int wanted = hour;
            List<Call> calls =
                    day.stream().filter(call -> call.arrival() / 3600 == wanted).toList();
            if (calls.isEmpty()) {
                continue;
            }
            Waits waits = new Waits();
            calls.stream().filter(Call::served).forEach(call -> waits.add(Duration.ofSeconds(call.waited())));
            double left = calls.stream().filter(call -> !call.served()).count();
            hours.add(new HourOfData(
                    hour, calls.size(), left / calls.size(), waits.mean(), waits.percentile(50), waits.percentile(90)));
        }
        return hours;
    }

    double speed() {
        return speed;
    }

    /** From the beginning of the replay to a second of the day. */
    private Duration since(int second) {
        return scaled(Math.max(0, second - start));
    }

    private Duration scaled(double seconds) {
        return Times.ofSeconds(seconds / speed);
    }
}
