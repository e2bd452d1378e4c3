package org.mediarouter.routing;

import java.util.List;

/** Keeps the agents' pictures, and with them who is free, and the figures of the lanes where they have a seat. */
final class Roster {

    private final Floor floor;
    private final WaitingLine line;

    Roster(Floor floor, WaitingLine line) {
        this.floor = floor;
        this.line = line;
    }

    void see(RoutingEvent.AgentSeen seen, long time) {
        AgentPicture agent = floor.agent(seen.agentId());
        change(
                agent,
                seen.loggedIn(),
                seen.wantsTasks(),
                seen.mayTake(),
                seen.held(),
                seen.capacity(),
                seen.availableSince(),
                time);
        agent.hindrance = seen.hindrance();
        floor.deadlines.set(agent, seen.unknownUntil() == 0 ? Timed.NEVER : seen.unknownUntil());
    }

    /** He gets nothing until the next picture of him: a deadline of his, or of an offer to him, has passed. */
    void leaveAlone(AgentPicture agent, long time) {
        change(agent, agent.loggedIn, false, false, agent.held, agent.capacity, agent.availableSince, time);
        agent.hindrance = Explanation.Verdict.MAY_NOT_TAKE;
    }

    /** An offer was made to him. */
    void offered(AgentPicture agent, long now, long time) {
        change(agent, agent.loggedIn, agent.wants, agent.mayTake, agent.held + 1, agent.capacity, now, time);
    }

    private void change(
            AgentPicture agent,
            boolean loggedIn,
            boolean wants,
            boolean mayTake,
            int held,
            int capacity,
            long availableSince,
            long time) {
        boolean wasFree = agent.free();
        boolean wasJoined = agent.joined;
        boolean wasWanting = agent.wanting();
        boolean wasLoggedIn = agent.loggedIn;
        boolean wasBusy = agent.busy();
        boolean free = loggedIn && mayTake && held < capacity;
        boolean ranksElsewhere =
                held != agent.held || capacity != agent.capacity || availableSince != agent.availableSince;
        if (wasJoined && (!free || ranksElsewhere)) {
            leaveTheFree(agent);
        }
        agent.loggedIn = loggedIn;
        agent.wants = wants;
        agent.mayTake = mayTake;
        agent.held = held;
        agent.capacity = capacity;
        agent.availableSince = availableSince;
        int loggedInMore = difference(loggedIn, wasLoggedIn);
        int wantingMore = difference(agent.wanting(), wasWanting);
        if (loggedInMore != 0 || wantingMore != 0) {
            for (Seat seat : agent.seats) {
                seat.lane.count(seat, loggedInMore, wantingMore);
            }
        }
        if (loggedInMore != 0 || free != wasFree || agent.busy() != wasBusy) {
            floor.recount(agent);
        }
        if (free != wasFree) {
            for (Seat seat : agent.counted) {
                seat.lane.ready += difference(free, wasFree);
            }
        }
        if (free && wasJoined && !agent.joined) {
            joinTheFree(agent);
        } else if (free && !wasFree) {
            floor.fresh(agent);
        }
        if (wantingMore < 0) {
            // Tasks rejected by others may now go back to them.
            agent.seats.forEach(seat -> seat.lane.rejected().forEach(floor::fresh));
        }
        if (loggedInMore != 0 && !agent.preferring().isEmpty()) {
            List.copyOf(agent.preferring()).forEach(task -> line.replace(task, time));
        }
    }

    /** Those who have become free, and still are, take their places among the free. */
    void joinFresh() {
        for (AgentPicture agent : floor.freshAgents) {
            if (agent.free() && !agent.joined) {
                joinTheFree(agent);
            }
        }
    }

    private static int difference(boolean now, boolean before) {
        return (now ? 1 : 0) - (before ? 1 : 0);
    }

    /** Gives him a seat. */
    void seat(Seat seat) {
        AgentPicture agent = seat.agent;
        agent.take(seat);
        seat.lane.add(seat);
        QueueBoard.Handling handling = seat.lane.queue.handling.get(agent.id);
        seat.handling = handling == null ? 0 : handling.average();
        if (seat.lane.countsReady) {
            agent.counted.add(seat);
        }
        count(seat, 1);
        if (agent.joined) {
            seat.at.free.add(seat);
        }
    }

    /** Takes it away; the lane may go on to exist. */
    void unseat(Seat seat) {
        AgentPicture agent = seat.agent;
        if (agent.joined) {
            seat.at.free.remove(seat);
        }
        count(seat, -1);
        seat.lane.remove(seat);
        agent.giveUp(seat);
        agent.counted.remove(seat);
    }

    /** His average handling time in a queue is another one. */
    void handled(QueueBoard queue, String agentId, long tasks, long millis, boolean replace) {
        QueueBoard.Handling handling = queue.handling.computeIfAbsent(agentId, id -> new QueueBoard.Handling());
        if (replace) {
            queue.all.add(-handling.tasks, -handling.millis);
            handling.add(-handling.tasks, -handling.millis);
        }
        handling.add(tasks, millis);
        queue.all.add(tasks, millis);
        AgentPicture agent = floor.knownAgent(agentId);
        if (agent == null) {
            return;
        }
        for (Lane lane : queue.lanes.values()) {
            Seat seat = lane.seatOf(agentId);
            if (seat != null && seat.handling != handling.average()) {
                if (agent.joined) {
                    seat.at.free.remove(seat);
                }
                seat.handling = handling.average();
                if (agent.joined) {
                    seat.at.free.add(seat);
                }
            }
        }
    }

    private static void count(Seat seat, int sign) {
        seat.lane.queue.agentsChanged();
        AgentPicture agent = seat.agent;
        seat.lane.count(seat, agent.loggedIn ? sign : 0, agent.wanting() ? sign : 0);
        seat.lane.ready += agent.free() ? sign : 0;
    }

    private static void leaveTheFree(AgentPicture agent) {
        agent.joined = false;
        for (Seat seat : agent.seats) {
            seat.at.free.remove(seat);
        }
    }

    private static void joinTheFree(AgentPicture agent) {
        agent.joined = true;
        for (Seat seat : agent.seats) {
            seat.at.free.add(seat);
        }
    }
}
