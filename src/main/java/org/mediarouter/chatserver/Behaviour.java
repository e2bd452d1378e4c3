package org.mediarouter.chatserver;

import java.time.Duration;
import org.mediarouter.arrivals.Spread;

/**
 * How the agents behave.
 *
 * @param thinking from an offer to its acceptance or rejection
 * @param handling the conversation, where the {@link Arrival} doesn't say
 * @param wrapUp after-work, where the {@link Arrival} doesn't say
 * @param pause how long a task is set aside
 * @param inConference how long a colleague stays in a conference
 * @param onBreak how long a break lasts
 * @param backAfterRona from NOT_READY with reason RONA to the agent's noticing it
 */
public record Behaviour(
        Odds odds,
        Spread thinking,
        Spread handling,
        Spread wrapUp,
        Spread pause,
        Spread inConference,
        Spread onBreak,
        Spread backAfterRona) {

    /** Seconds rather than minutes, so that everything is seen soon. */
    public static Behaviour brisk(Odds odds, Duration handling) {
        return new Behaviour(
                odds,
                new Spread.LogNormal(Duration.ofMillis(600), 0.5),
                new Spread.LogNormal(handling, 0.8),
                new Spread.LogNormal(Duration.ofMillis(1000), 0.5),
                new Spread.Exponential(Duration.ofSeconds(2)),
                new Spread.LogNormal(Duration.ofMillis(1500), 0.5),
                new Spread.LogNormal(Duration.ofSeconds(5), 0.5),
                new Spread.Fixed(Duration.ofSeconds(3)));
    }
}
