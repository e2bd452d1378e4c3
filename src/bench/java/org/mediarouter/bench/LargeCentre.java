package org.mediarouter.bench;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;

/** Contact centres of any size: each agent in ten queues, three steps a queue, one in five of which reads task attributes. */
final class LargeCentre {
    static final String MRD = "chat";

    private LargeCentre() {}

    static Configuration of(int agentCount, int queueCount, Random random) {
        return of(agentCount, queueCount, 1, random);
    }

    /** @param lowest skill of an agent, of 1 to 10: with 7 none has to wait for a step to widen, but for the language's sake */
    static Configuration of(int agentCount, int queueCount, int lowest, Random random) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("Skill", AttributeType.PROFICIENCY, 1));
        attributes.add(new Attribute("German", AttributeType.BOOLEAN, false));
        List<PrecisionQueue> definitions = new ArrayList<>();
        int step = 0;
        for (int i = 0; i < queueCount; i++) {
            String member = "Q" + i;
            attributes.add(new Attribute(member, AttributeType.BOOLEAN, false));
            List<Step> steps = new ArrayList<>();
            for (String when : List.of(member + " && Skill >= 7", member + " && Skill >= 4", member)) {
                String reading = step++ % 5 == 0 ? " && (task.language == 'en' || German)" : "";
                steps.add(new Step(when + reading, Duration.ofSeconds(30), null));
            }
            definitions.add(new PrecisionQueue(
                    "queue-" + i,
                    MRD,
                    Selection.LONGEST_AVAILABLE,
                    1 + i % 3,
                    0,
                    steps,
                    null,
                    null,
                    i % 4 == 0 ? Duration.ofSeconds(60) : null,
                    Duration.ofSeconds(30)));
        }
        List<AgentProfile> profiles = new ArrayList<>();
        for (int i = 0; i < agentCount; i++) {
            profiles.add(new AgentProfile(
                    "agent-" + i,
                    "agent-" + i,
                    AgentMode.STANDALONE,
                    Map.of(MRD, 1),
                    skills(queueCount, lowest, random),
                    null,
                    null));
        }
        return Configuration.of(1, attributes, List.of(Mrd.of(MRD, 1, true)), definitions, profiles);
    }

    private static Map<String, Object> skills(int queueCount, int lowest, Random random) {
        Map<String, Object> skills = new HashMap<>();
        skills.put("Skill", lowest + random.nextInt(11 - lowest));
        if (random.nextBoolean()) {
            skills.put("German", true);
        }
        Set<Integer> member = new HashSet<>();
        while (member.size() < Math.min(10, queueCount)) {
            member.add(random.nextInt(queueCount));
        }
        member.forEach(queue -> skills.put("Q" + queue, true));
        return skills;
    }

    /** The same with the first timeouts and expressions of so many queues changed. */
    static Configuration changed(Configuration former, int count) {
        Map<String, PrecisionQueue> queues = new LinkedHashMap<>(former.queues());
        former.queues().values().stream().limit(count).forEach(queue -> {
            List<Step> steps = new ArrayList<>(queue.steps());
            steps.set(0, new Step(steps.get(0).when() + " && Skill >= 2", Duration.ofSeconds(20), null));
            queues.put(
                    queue.id(),
                    new PrecisionQueue(
                            queue.id(),
                            MRD,
                            queue.selection(),
                            queue.priority(),
                            0,
                            steps,
                            null,
                            null,
                            queue.agingAfter(),
                            queue.preferredFor()));
        });
        return new Configuration(former.seed(), former.attributes(), former.mrds(), queues, former.agents());
    }

    /** As a routing file; every agent's password is {@code secret}, hashed as cheaply as bcrypt can. */
    static String yaml(Configuration configuration) {
        StringBuilder yaml = new StringBuilder("attributes:\n");
        configuration
                .attributes()
                .values()
                .forEach(attribute -> yaml.append("  - {name: ")
                        .append(attribute.name())
                        .append(", type: ")
                        .append(attribute.type().name().toLowerCase(Locale.ROOT))
                        .append("}\n"));
        yaml.append("mediaRoutingDomains:\n  - {id: ").append(MRD).append(", maxTasks: 1}\nqueues:\n");
        configuration.queues().values().forEach(queue -> {
            yaml.append("  - id: ").append(queue.id()).append("\n    mrd: ").append(MRD);
            yaml.append("\n    priority: ").append(queue.priority());
            if (queue.agingAfter() != null) {
                yaml.append("\n    agingAfter: ")
                        .append(queue.agingAfter().toSeconds())
                        .append('s');
            }
            yaml.append("\n    steps:\n");
            queue.steps()
                    .forEach(step -> yaml.append("      - {when: \"")
                            .append(step.when())
                            .append("\", timeout: ")
                            .append(step.timeout().toSeconds())
                            .append("s}\n"));
        });
        String password = BCrypt.withDefaults().hashToString(4, "secret".toCharArray());
        yaml.append("agents:\n");
        configuration.agents().values().forEach(agent -> {
            yaml.append("  - {id: ").append(agent.id()).append(", password: \"").append(password);
            yaml.append("\", mrds: {")
                    .append(MRD)
                    .append(": {}}, attributes: ")
                    .append(agent.attributes().toString().replace("=", ": "))
                    .append("}\n");
        });
        return yaml.toString();
    }
}
