package org.mediarouter.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.Outside;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Step;
import org.mediarouter.routing.model.TransferMode;
import org.mediarouter.routing.model.WrapUp;
import org.mediarouter.routing.statistics.StatisticsEvent;

/** Configurations and customers for stories; times in seconds. */
final class SmallCentre {
    final List<StatisticsEvent> heard = new ArrayList<>();
    private final List<Mrd> mrds = new ArrayList<>();
    private final List<PrecisionQueue> queues = new ArrayList<>();
    private final List<AgentProfile> agents = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private final List<Shift> shifts = new ArrayList<>();

    static Mrd mrd(String id, boolean interruptible, OnInterrupt onInterrupt) {
        return new Mrd(
                id,
                1,
                interruptible,
                onInterrupt,
                false,
                Duration.ofSeconds(30),
                WrapUp.OPTIONAL,
                Duration.ofSeconds(60),
                Duration.ofDays(400_000),
                Duration.ofMinutes(10),
                null,
                List.of(),
                false,
                TransferMode.DIRECT,
                1,
                Outside.NONE);
    }

    SmallCentre mrd(Mrd mrd) {
        mrds.add(mrd);
        return this;
    }

    /** A queue of the first MRD named like it, for everybody there. */
    SmallCentre queue(String id, String mrd) {
        queues.add(PrecisionQueue.of(id, mrd, Step.of("true")));
        return this;
    }

    SmallCentre queue(PrecisionQueue queue) {
        queues.add(queue);
        return this;
    }

    SmallCentre agent(String id, Map<String, Integer> capacities) {
        return agent(id, capacities, Map.of());
    }

    SmallCentre agent(String id, Map<String, Integer> capacities, Map<String, Object> attributes) {
        agents.add(new AgentProfile(id, id, AgentMode.STANDALONE, capacities, attributes, null, null));
        return this;
    }

    SmallCentre works(String id, int from, long to) {
        shifts.add(new Shift(id, from * 1000L, to == Long.MAX_VALUE ? to : to * 1000));
        return this;
    }

    SmallCentre comes(int at, String mrd, String queue, int patience, int answer, int handling, int wrapUp) {
        customers.add(new Customer(
                at * 1000L,
                mrd,
                queue,
                1,
                Map.of(),
                patience < 0 ? Customer.ENDLESS : patience * 1000L,
                answer * 1000L,
                handling * 1000L,
                wrapUp * 1000L));
        return this;
    }

    Configuration configuration() {
        return Configuration.of(
                1,
                List.of(
                        new Attribute("A", AttributeType.BOOLEAN, false),
                        new Attribute("B", AttributeType.BOOLEAN, false),
                        new Attribute("C", AttributeType.BOOLEAN, false)),
                mrds,
                queues,
                agents);
    }

    Simulation simulation() {
        Iterator<Customer> one = customers.iterator();
        return new Simulation(configuration(), () -> one.hasNext() ? one.next() : null, shifts, heard::add);
    }

    /** What happened to a task, as "second what agent". */
    List<String> story(String taskId) {
        List<String> story = new ArrayList<>();
        for (StatisticsEvent event : heard) {
            if (event instanceof StatisticsEvent.OfTask task && task.taskId().equals(taskId)) {
                String agent = "";
                if (event instanceof StatisticsEvent.Offered offered) {
                    agent = " " + offered.agentId();
                } else if (event instanceof StatisticsEvent.OfferEnded ended) {
                    agent = " " + ended.why();
                } else if (event instanceof StatisticsEvent.Entered entered) {
                    agent = " " + entered.queue();
                }
                story.add(event.time() / 1000 + " " + event.getClass().getSimpleName() + agent);
            }
        }
        return story;
    }
}
