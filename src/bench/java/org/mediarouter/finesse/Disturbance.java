package org.mediarouter.finesse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.ContactCentre.Wish;
import org.mediarouter.fakefinesse.FakeFinesse;
import org.mediarouter.fakefinesse.VoiceState;

/** Random changes of agents' states: at Finesse, by commands of ours, and connections that break; all counted. */
final class Disturbance {
    private static final List<VoiceState> FORCED =
            List.of(VoiceState.READY, VoiceState.NOT_READY, VoiceState.TALKING, VoiceState.UNKNOWN, VoiceState.LOGOUT);

    private final FakeCentre fake;
    private final FinesseCentre centre;
    private final OurRecords records;
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    Disturbance(FakeCentre fake, FinesseCentre centre, OurRecords records) {
        this.fake = fake;
        this.centre = centre;
        this.records = records;
    }

    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }

    private void count(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    private String anyone(Random random) {
        return fake.agents.get(random.nextInt(fake.agents.size()));
    }

    /** One change at Finesse, or a connection that breaks. */
    void atFinesse(Random random) {
        String agent = anyone(random);
        FakeFinesse finesse = fake.finesse;
        int dice = random.nextInt(100);
        if (dice < 4) {
            count("fault: connection cut");
            records.note(agent, "cut");
            finesse.cut(agent);
        } else if (dice == 4) {
            count("fault: connection dead");
            records.note(agent, "dead");
            finesse.freeze(agent);
        } else {
            try {
                String done = dice < 12 ? force(agent, random) : call(agent, random);
                records.note(agent, "Finesse: " + done);
                count("change: at Finesse");
            } catch (IllegalStateException e) {
                // A command of ours was faster.
                count("change: at Finesse, not possible any more");
            }
        }
    }

    private String force(String agent, Random random) {
        VoiceState state = FORCED.get(random.nextInt(FORCED.size()));
        fake.finesse.force(agent, state, -1);
        return "forced " + state;
    }

    private String call(String agent, Random random) {
        FakeFinesse finesse = fake.finesse;
        switch (finesse.state(agent)) {
            case LOGOUT -> throw new IllegalStateException("nobody to call");
            case RESERVED, HOLD -> finesse.talk(agent);
            case TALKING -> {
                if (random.nextBoolean()) {
                    finesse.hold(agent);
                } else {
                    finesse.endCall(agent);
                }
            }
            case WORK, WORK_READY -> finesse.endWrapUp(agent);
            default -> finesse.call(agent);
        }
        return "now " + finesse.state(agent);
    }

    /** One command of ours, to its answer; who isn't connected, connects. An agent gives one command at a time. */
    void ours(Random random) {
        String agent = anyone(random);
        if (!asking.add(agent)) {
            return;
        }
        try {
            if (records.connected(agent)) {
                ask(agent, wish(random));
            } else {
                connect(agent);
            }
        } finally {
            asking.remove(agent);
        }
    }

    /** Whether it was let in. */
    boolean connect(String agent) {
        AgentDirectory.Answer answer = centre.connect(agent, FakeCentre.PASSWORD, FakeCentre.extension(agent));
        if (answer instanceof AgentDirectory.Answer.Welcome welcome && welcome.outside() != null) {
            records.note(agent, "Connect: " + OurRecords.told(welcome.outside()));
            records.connect(agent, welcome.outside());
            count("command: Connect");
            return true;
        }
        records.note(agent, "Connect: " + answer);
        count("command: Connect refused");
        return false;
    }

    private static Wish wish(Random random) {
        int dice = random.nextInt(40);
        if (dice == 0) {
            return new Wish.SignOut(true, null);
        }
        return dice < 20 ? new Wish.Ready() : new Wish.NotReady(dice < 30 ? null : dice - 29);
    }

    private void ask(String agent, Wish wish) {
        ContactCentre.Answer answer = centre.ask(agent, wish);
        if (answer instanceof ContactCentre.Answer.Done done) {
            records.note(agent, wish + ": " + OurRecords.told(done.state()));
            records.follow(agent, done.state());
            count("command: " + wish.getClass().getSimpleName());
        } else {
            records.note(agent, wish + ": " + answer);
            count("command: refused");
        }
    }
}
