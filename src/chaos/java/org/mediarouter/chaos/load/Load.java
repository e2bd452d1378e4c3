package org.mediarouter.chaos.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mediarouter.chaos.history.History;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chatserver.BrokerAccess;
import org.mediarouter.chatserver.ChatServer;
import org.mediarouter.chatserver.Snapshot;
import org.mediarouter.chatserver.Witness;

/** The reference Chat Server at work; all that it sends and receives goes into the history. */
public final class Load implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** Longer than after each task's end until the Chat Server asks for its state once more. */
    private static final Duration CALM = Duration.ofSeconds(4);

    private static final Duration HOME = Duration.ofSeconds(60);

    /** Commands on their way at any moment where none wait. */
    private static final int UNDER_WAY = 20;

    private final InstantSource clock;
    private final History history;
    private final Assignments assignments = new Assignments();
    private final ChatServer server;
    private volatile Instant lastHeard = Instant.EPOCH;

    public Load(BrokerAccess access, Centre centre, History history, InstantSource clock) {
        this.clock = clock;
        this.history = history;
        this.server = new ChatServer(access, centre.scenario(), clock, new Notes());
    }

    /** Has all agents sign in, and lets the customers in as soon as they have. */
    public void begin(Duration limit) throws JMSException, InterruptedException {
        server.start();
        if (!await(now -> now.signedIn() == total(now), limit)) {
            throw new IllegalStateException("the agents don't sign in: " + server.snapshot());
        }
        server.openDoors();
    }

    /** Who was offered what so far. */
    public Assignments assignments() {
        return assignments;
    }

    /** How things stand at the Chat Server. */
    public Snapshot now() {
        return server.snapshot();
    }

    /**
     * Waits until what piled up during an outage has been worked off.
     *
     * @return whether it has, within that time
     */
    public boolean caughtUp(Duration limit) throws InterruptedException {
        return await(now -> now.unanswered() <= UNDER_WAY, limit);
    }

    /**
     * Lets nobody in any more, has everything brought to its end, asks about what has none, and sends the agents home; then
     * waits until nothing is heard any more.
     *
     * @return what didn't come to its end, or what the Chat Server itself found wrong; empty when all is well
     */
    public List<String> end(Duration limit) throws InterruptedException {
        server.closeDoors();
        // Not asked again before everything is answered: what has piled up would only grow.
        await(now -> now.waiting() + now.assigned() + now.unanswered() == 0, limit);
        Predicate<Snapshot> accounted = now -> now.unsettled().isEmpty() && now.unanswered() == 0;
        await(accounted, CALM);
        for (int tries = 0; tries < 5 && !accounted.test(now()); tries++) {
            server.endAll();
            await(accounted, CALM.multipliedBy(2));
        }
        List<String> wrong = new ArrayList<>();
        server.sendAgentsHome(false);
        if (!await(now -> now.gone() == total(now), HOME) && now().unsettled().isEmpty()) {
            // Who holds nothing may go: something is held that has ended.
            wrong.add("agents can't log out though every task has ended: " + now().agentsByState());
        }
        server.sendAgentsHome(true);
        await(now -> now.gone() == total(now) && now.unanswered() == 0, CALM);
        while (Duration.between(lastHeard, clock.instant()).compareTo(CALM) < 0) {
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        Snapshot last = now();
        wrong.addAll(last.faults());
        last.refusedAgents().forEach((agent, why) -> wrong.add("agent " + agent + " can't work: " + why));
        if (!last.unsettled().isEmpty()) {
            wrong.add(last.unsettled().size() + " tasks without a verified end: " + last.unsettled());
        }
        if (last.unanswered() > 0) {
            wrong.add(last.unanswered() + " commands without an answer");
        }
        if (last.unreadable() > 0) {
            wrong.add(last.unreadable() + " messages were not what the protocol says");
        }
        return wrong;
    }

    private boolean await(Predicate<Snapshot> done, Duration limit) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        while (!done.test(now())) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        return true;
    }

    private static int total(Snapshot now) {
        return now.agentsByState().values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void close() {
        server.close();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(body);
        }
    }

    private final class Notes implements Witness {
        @Override
        public void sent(String correlation, String type, @Nullable String replyTo, String body) {
            history.add(new Observation.Sent(clock.instant(), correlation, type, replyTo, json(body)));
        }

        @Override
        public void accepted(String correlation) {
            history.add(new Observation.Accepted(clock.instant(), correlation));
        }

        @Override
        public void received(Delivery seen) {
            lastHeard = seen.at();
            JsonNode body = json(seen.body());
            String type = String.valueOf(seen.type());
            history.add(new Observation.Received(
                    seen.at(),
                    seen.destination(),
                    String.valueOf(seen.messageId()),
                    seen.redelivered(),
                    type,
                    seen.correlation(),
                    body));
            assignments.heard(type, body);
        }
    }
}
