package org.mediarouter.chatserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentStateName;

/** Where all agents sit: each sees what the others' states were when last told. */
final class Room implements Floor {
    private final Map<String, VirtualAgent> agents;
    private final Customers customers;
    private @Nullable List<VirtualAgent> seats;
    private boolean closing;

    Room(Map<String, VirtualAgent> agents, Customers customers) {
        this.agents = agents;
        this.customers = customers;
    }

    void close() {
        closing = true;
    }

    @Override
    public @Nullable String colleague(String mrd, String except, RandomGenerator random) {
        List<VirtualAgent> all = seats();
        int start = random.nextInt(all.size());
        String working = null;
        for (int i = 0; i < all.size(); i++) {
            VirtualAgent agent = all.get((start + i) % all.size());
            if (agent.profile().id().equals(except)) {
                continue;
            }
            AgentStateName state = agent.state(mrd);
            if (state == AgentStateName.READY) {
                return agent.profile().id();
            }
            if (working == null && state.mayTakeTask()) {
                working = agent.profile().id();
            }
        }
        return working;
    }

    @Override
    public @Nullable Arrival customerOf(String taskId) {
        return customers.of(taskId);
    }

    @Override
    public boolean closing() {
        return closing;
    }

    private List<VirtualAgent> seats() {
        List<VirtualAgent> known = seats;
        if (known == null) {
            known = new ArrayList<>(agents.values());
            seats = known;
        }
        return known;
    }
}
