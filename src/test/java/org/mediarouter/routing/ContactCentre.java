package org.mediarouter.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;

/** Tells a story to a router: who is there, who comes, what time it is. Seconds, as people count. */
final class ContactCentre {

    static final String CHAT = "chat";

    private final List<PrecisionQueue> queues = new ArrayList<>();
    private final Map<String, AgentProfile> profiles = new HashMap<>();
    private MrdRouter router;
    private long now = 1_000_000;
    private int tasks;

    /** Agents and queues are named before the first event. */
    ContactCentre agent(String id, int capacity, Map<String, Object> attributes) {
        profiles.put(
                id, new AgentProfile(id, id, AgentMode.STANDALONE, Map.of(CHAT, capacity), attributes, null, null));
        return this;
    }

    ContactCentre agents(String... ids) {
        for (String id : ids) {
            agent(id, 1, Map.of());
        }
        return this;
    }

    ContactCentre queue(String id, Step... steps) {
        queues.add(PrecisionQueue.of(id, CHAT, steps));
        return this;
    }

    ContactCentre queue(String id, Selection selection, Step... steps) {
        queues.add(new PrecisionQueue(
                id, CHAT, selection, 1, 0, List.of(steps), null, null, null, Duration.ofSeconds(30)));
        return this;
    }

    ContactCentre queue(PrecisionQueue queue) {
        queues.add(queue);
        return this;
    }

    static Step step(String when) {
        return Step.of(when);
    }

    static Step step(String when, int timeoutSeconds) {
        return new Step(when, Duration.ofSeconds(timeoutSeconds), null);
    }

    static Step step(String when, int timeoutSeconds, String skipIf) {
        return new Step(when, Duration.ofSeconds(timeoutSeconds), skipIf);
    }

    Configuration configuration() {
        return Configuration.of(
                7,
                List.of(
                        new Attribute("English", AttributeType.BOOLEAN, false),
                        new Attribute("German", AttributeType.BOOLEAN, false),
                        new Attribute("Broadband", AttributeType.PROFICIENCY, 1)),
                List.of(Mrd.of(CHAT, 1, true)),
                queues,
                profiles.values());
    }

    MrdRouter router() {
        if (router == null) {
            router = new MrdRouter(CHAT, configuration());
        }
        return router;
    }

    long now() {
        return now;
    }

    List<Decision> on(RoutingEvent event) {
        return router().on(event, now);
    }

    List<Decision> afterSeconds(double seconds) {
        now += (long) (seconds * 1000);
        return on(new RoutingEvent.Tick());
    }

    /** READY with nothing in his hands. */
    List<Decision> ready(String... ids) {
        List<Decision> decisions = new ArrayList<>();
        for (String id : ids) {
            decisions.addAll(on(ready(id, 0)));
            now++;
        }
        return decisions;
    }

    RoutingEvent.AgentSeen ready(String id, int held) {
        return new RoutingEvent.AgentSeen(id, true, true, true, held, capacity(id), now, 0);
    }

    List<Decision> notReady(String id) {
        return on(new RoutingEvent.AgentSeen(id, true, false, false, 0, capacity(id), now, 0));
    }

    List<Decision> loggedOut(String id) {
        return on(new RoutingEvent.AgentSeen(id, false, false, false, 0, capacity(id), now, 0));
    }

    /** In conversation: logged in, wants more, has no room. */
    List<Decision> busy(String id) {
        return on(new RoutingEvent.AgentSeen(id, true, true, false, capacity(id), capacity(id), now, 0));
    }

    private int capacity(String id) {
        return profiles.get(id).mrds().getOrDefault(CHAT, 0);
    }

    /** A task as it comes; t1, t2, and so on. */
    Waiting task(String queue) {
        return new Waiting("t" + ++tasks, queue);
    }

    final class Waiting {
        final String id;
        private final String queue;
        private int priority = 1;
        private Map<String, Object> attributes = Map.of();
        private long first = now;
        private long entered = now;
        private long expires;
        private String preferred;
        private int offers;
        private final Map<String, Long> rejections = new HashMap<>();

        private Waiting(String id, String queue) {
            this.id = id;
            this.queue = queue;
        }

        Waiting priority(int value) {
            priority = value;
            return this;
        }

        Waiting with(Map<String, Object> values) {
            attributes = values;
            return this;
        }

        Waiting queuedSecondsAgo(int seconds) {
            first = now - seconds * 1000L;
            return this;
        }

        Waiting enteredSecondsAgo(int seconds) {
            entered = now - seconds * 1000L;
            return this;
        }

        Waiting expiresIn(int seconds) {
            expires = now + seconds * 1000L;
            return this;
        }

        Waiting prefers(String agentId) {
            preferred = agentId;
            return this;
        }

        Waiting offered(int times) {
            offers = times;
            return this;
        }

        Waiting rejectedBy(String agentId, int notWithinSeconds) {
            rejections.put(agentId, now + notWithinSeconds * 1000L);
            return this;
        }

        List<Decision> waits() {
            List<Decision> decisions = on(picture());
            now++;
            return decisions;
        }

        RoutingEvent picture() {
            return new RoutingEvent.TaskWaiting(
                    id, queue, priority, attributes, first, entered, expires, preferred, offers, rejections);
        }
    }
}
