package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.mediarouter.arrivals.CallRoster;
import org.mediarouter.arrivals.Spread;

/** What {@code demo} plays, on the shipped {@code config/routing.yaml}. */
public final class DemoScenarios {
    /** The password of all agents in the shipped configuration, where it is said so too. */
    public static final String PASSWORD = "secret";

    private static final String NAME = "reference";
    /** Of all agents' capacity: four fifths of that of those who are not on break and don't let it ring. */
    private static final double OCCUPANCY = 0.75;
    /** Seconds that a task takes beside its handling: thinking, after-work, pauses and conferences by their odds. */
    private static final double BESIDES = 1.2;

    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 600;

    private static final Odds LIVELY = new Odds(50, 200, 25, 50, 100, 40, 3, 300);
    /** Rarer, so that the waits remain comparable with the data's. */
    private static final Odds RARE = new Odds(200, 600, 100, 150, 250, 150, 0, 0);

    private static final List<String> CALL_AGENTS = List.of(
            "1001", "1002", "1006", "1007", "1012", "1016", "1017", "1021", "1022", "1026", "1027", "1031", "1036",
            "1037", "1041", "1042", "1047");

    private DemoScenarios() {}

    /** The 50 agents of the shipped configuration, all of whom have the MRD {@code chat}. */
    public static List<AgentProfile> agents() {
        return AgentProfile.numbered(1001, 50, PASSWORD, List.of("chat"));
    }

    /**
     * Those of the shipped configuration who take one call at a time from the first step of {@code hotline} on: the others
     * join after half a minute, which is half an hour of a day replayed at speed 60.
     */
    public static List<AgentProfile> callAgents() {
        return CALL_AGENTS.stream()
                .map(id -> new AgentProfile(id, PASSWORD, List.of("voice"), List.of()))
                .toList();
    }

    /** Chat customers of the shipped configuration: most in general, some with a language, some with a speciality. */
    public static List<CustomerKind> customers() {
        return List.of(
                new CustomerKind(60, "chat", "general", 1, Map.of("language", "en")),
                new CustomerKind(15, "chat", "general", 1, Map.of("language", "de")),
                new CustomerKind(5, "chat", null, 3, Map.of("vip", true)),
                new CustomerKind(10, null, "broadband", 1, Map.of("line", 100L)),
                new CustomerKind(10, null, "billing", 2, Map.of("amount", 12.5)));
    }

    /**
     * Synthetic load: customers at a steady rate, and everything that can happen to a task happens every few seconds.
     * Handling times are such that four fifths of the capacity of those at work are in use.
     *
     * @param perSecond tasks
     * @param capacity tasks that an agent may have at a time
     */
    public static Scenario synthetic(
            List<AgentProfile> agents, List<CustomerKind> customers, double perSecond, double capacity, long seed) {
        double seconds = OCCUPANCY * agents.size() * capacity / perSecond - BESIDES;
        Duration handling = Times.ofSeconds(Math.max(SHORTEST, Math.min(seconds, LONGEST)));
        Spread patience = new Spread.Exponential(Duration.ofMinutes(2));
        return new Scenario(
                NAME,
                agents,
                () -> new Arrivals.Poisson(perSecond, customers, patience, 40, new SplittableRandom(seed)),
                Behaviour.brisk(LIVELY, handling),
                seed,
                1,
                null);
    }

    /** {@code demo} without more: 50 agents with three chats each, 20 tasks/s. */
    public static Scenario synthetic(double perSecond, long seed) {
        return synthetic(agents(), customers(), perSecond, 3, seed);
    }

    /**
     * A real day. Agents answer at once, as in a call centre.
     *
     * @param agents at least {@link Replay#agentsNeeded()}, with one task at a time; the others stay at home
     */
    public static Scenario replay(List<AgentProfile> agents, Replay replay, CallMapping mapping, long seed) {
        List<Arrival> arrivals = replay.arrivals(mapping);
        Duration second = Times.ofSeconds(1 / replay.speed());
        Behaviour behaviour = new Behaviour(
                RARE,
                new Spread.Fixed(second),
                new Spread.LogNormal(second.multipliedBy(160), 1.2),
                new Spread.Fixed(second.multipliedBy(CallRoster.USUAL_AFTER_WORK)),
                new Spread.Exponential(second.multipliedBy(60)),
                new Spread.Exponential(second.multipliedBy(60)),
                new Spread.Fixed(second.multipliedBy(300)),
                new Spread.Fixed(second.multipliedBy(30)));
        return new Scenario(
                NAME,
                replay.staff(agents),
                () -> new Arrivals.Listed(arrivals),
                behaviour,
                seed,
                replay.speed(),
                replay.hours());
    }
}
