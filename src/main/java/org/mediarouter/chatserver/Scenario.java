package org.mediarouter.chatserver;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be played.
 *
 * @param name of the Chat Server: answers to it come to {@code Client.<name>}
 * @param arrivals a fresh sequence of customers at each call
 * @param seed the same seed, the same behaviour, as far as the system under it takes the same time
 * @param speed how many seconds of the replayed day pass in one second; 1 where there is none
 * @param day the replayed day's own figures by hour
 */
public record Scenario(
        String name,
        List<AgentProfile> agents,
        Supplier<Arrivals> arrivals,
        Behaviour behaviour,
        long seed,
        double speed,
        @Nullable List<HourOfData> day) {

    public Scenario {
        agents = List.copyOf(agents);
    }

    String queue() {
        return "Client." + name;
    }
}
