package org.mediarouter.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.Outside;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;
import org.mediarouter.routing.model.TransferMode;
import org.mediarouter.routing.model.WrapUp;

/** Small contact centres of every kind. */
final class RandomConfiguration {

    /** Chat is interruptible or not, e-mail is, voice interrupts. */
    static final List<String> MRDS = List.of("chat", "mail", "voice");

    private static final List<String> WHENS = List.of(
            "true",
            "A",
            "B && X >= 5",
            "X >= 7",
            "X + Y > 9",
            "Y > 3 || A",
            "A || task.vip == true",
            "has(task.level) && X >= task.level",
            "task.language == 'en' ? A : B",
            "X > 4.5");
    private static final List<String> SKIPS = List.of(
            "step.agentsLoggedIn == 0",
            "queue.waiting > 3",
            "queue.agentsReady < 1 && queue.longestWait > 10.0",
            "queue.longestWait > 5");

    private RandomConfiguration() {}

    static Configuration of(Random random, boolean skips, List<String> mrds) {
        List<PrecisionQueue> queues = new ArrayList<>();
        int count = mrds.size() + random.nextInt(4 * mrds.size() - mrds.size() + 1);
        for (int i = 0; i < count; i++) {
            queues.add(queue(random, i, count, skips, mrds));
        }
        List<AgentProfile> agents = new ArrayList<>();
        int agentCount = 1 + random.nextInt(8);
        for (int i = 0; i < agentCount; i++) {
            agents.add(agent(random, i, mrds));
        }
        return Configuration.of(
                random.nextLong(),
                List.of(
                        new Attribute("A", AttributeType.BOOLEAN, false),
                        new Attribute("B", AttributeType.BOOLEAN, random.nextBoolean()),
                        new Attribute("X", AttributeType.PROFICIENCY, 1),
                        new Attribute("Y", AttributeType.PROFICIENCY, 3)),
                mrds.stream().map(mrd -> mrd(random, mrd)).toList(),
                queues,
                agents);
    }

    private static Mrd mrd(Random random, String id) {
        boolean interruptible = switch (id) {
            case "mail" -> true;
            case "voice" -> false;
            default -> random.nextBoolean();
        };
        return new Mrd(
                id,
                1 + random.nextInt(10),
                interruptible,
                random.nextBoolean() ? OnInterrupt.KEEP : OnInterrupt.REQUEUE,
                interruptible && random.nextBoolean(),
                Duration.ofSeconds(5 + random.nextInt(20)),
                WrapUp.OPTIONAL,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                null,
                List.of(),
                false,
                TransferMode.DIRECT,
                4,
                Outside.NONE);
    }

    /** The same with something changed. */
    static Configuration change(Configuration former, Random random, boolean skips, List<String> mrds) {
        Configuration other = of(random, skips, mrds);
        return switch (random.nextInt(4)) {
            case 0 -> other;
            case 1 ->
                new Configuration(former.seed(), former.attributes(), former.mrds(), other.queues(), former.agents());
            case 2 ->
                new Configuration(former.seed(), former.attributes(), former.mrds(), former.queues(), other.agents());
            default -> {
                Map<String, PrecisionQueue> queues = new HashMap<>(former.queues());
                PrecisionQueue changed = queue(random, 0, queues.size(), skips, mrds);
                queues.put(changed.id(), changed);
                yield new Configuration(former.seed(), former.attributes(), other.mrds(), queues, former.agents());
            }
        };
    }

    private static PrecisionQueue queue(Random random, int index, int count, boolean skips, List<String> mrds) {
        List<Step> steps = new ArrayList<>();
        int stepCount = 1 + random.nextInt(3);
        boolean overflow = index + mrds.size() < count && random.nextInt(3) == 0;
        for (int i = 0; i < stepCount; i++) {
            boolean last = i == stepCount - 1;
            Duration timeout =
                    last && !overflow && random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(20));
            String skipIf = skips && random.nextInt(3) == 0 ? pick(SKIPS, random) : null;
            steps.add(new Step(pick(WHENS, random), timeout, skipIf));
        }
        return new PrecisionQueue(
                "q" + index,
                mrds.get(index % mrds.size()),
                pick(List.of(Selection.values()), random),
                1 + random.nextInt(3),
                0,
                steps,
                null,
                overflow ? "q" + (index + mrds.size()) : null,
                random.nextInt(3) == 0 ? Duration.ofSeconds(1 + random.nextInt(20)) : null,
                Duration.ofSeconds(random.nextInt(15)));
    }

    private static AgentProfile agent(Random random, int index, List<String> mrds) {
        Map<String, Object> attributes = new HashMap<>();
        if (random.nextBoolean()) {
            attributes.put("A", true);
        }
        if (random.nextBoolean()) {
            attributes.put("X", 1 + random.nextInt(10));
        }
        if (random.nextBoolean()) {
            attributes.put("Y", 1 + random.nextInt(10));
        }
        Map<String, Integer> capacities = new HashMap<>();
        for (String mrd : mrds) {
            if (random.nextInt(10) > 0) {
                capacities.put(mrd, 1 + random.nextInt(random.nextBoolean() ? 2 : 10));
            }
        }
        if (capacities.isEmpty()) {
            capacities.put("elsewhere", 1);
        }
        return new AgentProfile("a" + index, "a" + index, AgentMode.STANDALONE, capacities, attributes, null, null);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
