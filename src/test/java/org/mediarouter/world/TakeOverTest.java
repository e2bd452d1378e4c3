package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Login;
import org.mediarouter.message.Message;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;

/** Another node takes an MRD over while the cluster's query can't see all of it. */
class TakeOverTest {
    /** By then a queue's second step lets everybody in. */
    private static final Duration WIDENED = Duration.ofMillis(5500);

    private final World world = new World(RandomHistoryTest.configuration(), 1);

    @Test
    void aTaskThatTheQueryLeavesOutKeepsItsAgent() {
        // given agent 1000, who can have one chat, and has one
        ready("1000", "chat");
        world.send(task());
        world.pass(WIDENED);
        TaskRecord first = world.open().get(0);
        assertThat(first.state()).isEqualTo(TaskStateName.RESERVED);
        world.send(new TaskStateRequest(first.id(), "ACTIVE", "1000", null, null));
        world.settle();
        // when
        world.stores.tasks.leftOut.add(first.id());
        world.takeOver("chat");
        world.send(task());
        world.pass(WIDENED);
        world.stores.tasks.leftOut.clear();
        // then
        assertThat(world.stores.agents.get("1000").in("chat").held()).containsOnlyKeys(first.id());
        assertThat(world.open())
                .hasSize(2)
                .filteredOn(task -> !task.id().equals(first.id()))
                .allMatch(task -> task.state() == TaskStateName.QUEUED);
        world.assertConsistent();
    }

    @Test
    void aTaskThatTheQueryGivesAsItWasKeepsItsAgent() {
        // given agent 1000, who can have one chat, and has one
        world.send(task());
        world.settle();
        TaskRecord waiting = world.open().get(0);
        ready("1000", "chat");
        world.pass(WIDENED);
        world.send(new TaskStateRequest(waiting.id(), "ACTIVE", "1000", null, null));
        world.settle();
        assertThat(world.stores.tasks.get(waiting.id()).state()).isEqualTo(TaskStateName.ACTIVE);
        // when
        world.stores.tasks.behind.put(waiting.id(), waiting);
        world.takeOver("chat");
        world.send(task());
        world.settle();
        world.stores.tasks.behind.clear();
        // then
        assertThat(world.stores.agents.get("1000").in("chat").held()).containsOnlyKeys(waiting.id());
        world.pass(WIDENED);
        world.assertConsistent();
    }

    @Test
    void anOfferDecidedBeforeTheTakeOverIsNotMadeAfterIt() {
        // given a node that is thought dead, between its hold on an agent and the offer
        ready("1002", "chat");
        world.send(task());
        world.settle();
        TaskRecord task = world.open().get(0);
        assertThat(task.state()).isEqualTo(TaskStateName.QUEUED);
        AgentOperation hold = new AgentOperation.Hold("chat", task.id(), TaskStateName.RESERVED, 1);
        world.stores.agents.apply("late/hold", "1002", hold, world.now());
        // when another takes over, finds the hold void, and the first one goes on
        world.takeOver("chat");
        world.send(task());
        world.settle();
        TaskOperation offer = new TaskOperation.MakeOffer("1002", 1, world.now().plusSeconds(10));
        TaskResult late = world.stores.tasks.apply("late", task.id(), offer, world.now());
        // then
        assertThat(late.refusal()).isNotNull();
        world.pass(WIDENED);
        assertThat(world.open()).hasSize(2).allMatch(open -> open.state() == TaskStateName.RESERVED);
        world.assertConsistent();
    }

    /** What a dead node had planned for a message is carried out when that comes again, be it after another one. */
    @Test
    void whatADeadNodeHadBegunToOfferTakesNothingFromALaterOffer() {
        // given a node that died between its hold on an agent and the offer
        ready("1002", "chat");
        world.send(task());
        world.settle();
        String task = world.open().get(0).id();
        AgentOperation hold = new AgentOperation.Hold("chat", task, TaskStateName.RESERVED, 1);
        world.stores.agents.apply("late/plan0.0/hold", "1002", hold, world.now());
        // when another one takes over with another message, and the agent is offered the task
        world.takeOver("chat");
        world.send(task());
        world.pass(WIDENED);
        assertThat(world.stores.tasks.get(task).offer().number()).isEqualTo(2);
        // and then the dead node's message comes again
        TaskOperation.MakeOffer offer =
                new TaskOperation.MakeOffer("1002", 1, world.now().plusSeconds(10));
        TaskResult again = late().offer("plan0.0", "chat", task, offer);
        // then
        assertThat(again.refusal()).isNotNull();
        assertThat(world.stores.agents.get("1002").in("chat").held()).containsKey(task);
        world.assertConsistent();
    }

    @Test
    void whatADeadNodeHadBegunToWithdrawTakesNothingFromALaterOffer() {
        // given a node that died between the withdrawal of an offer and its end for the agent
        ready("1002", "chat");
        world.send(task());
        world.pass(WIDENED);
        String task = world.open().get(0).id();
        TaskOperation withdraw = new TaskOperation.WithdrawOffer("1002", 1, "RONA");
        world.stores.tasks.apply("late/plan0.0", task, withdraw, world.now());
        // when another one takes over with another message, and the agent is offered the task again
        world.takeOver("chat");
        world.send(task());
        world.pass(WIDENED);
        assertThat(world.stores.tasks.get(task).offer().number()).isEqualTo(2);
        // and then the dead node's message comes again
        late().rona("plan0.0", "chat", "1002", List.of(new Assignment.Expired(task, 1)));
        // then
        assertThat(world.stores.agents.get("1002").in("chat").held()).containsKey(task);
        world.assertConsistent();
    }

    private Assignment late() {
        Envelope envelope = new Envelope("late", "c", null, "chat-server", List.of(), world.now());
        return Assignment.ofRouting(world.stores.agents, world.stores.tasks, envelope, world::now);
    }

    @Test
    void theFirstPlanForAMessageIsCarriedOutByWhomeverItIs() {
        // given two agents, of whom this node would take the first
        ready("1002", "email");
        world.pass(Duration.ofSeconds(1));
        ready("1003", "email");
        Task email = new Task("email", null, 5, Map.of(), null, null, null, null);
        world.send(email);
        world.settle();
        TaskRecord first = world.open().get(0);
        assertThat(first.offer().agentId()).isEqualTo("1002");
        // when a node that is thought dead has planned for the next message, and nobody has heard of it
        world.stores.plans.overtakes = "{\"steps\":[{\"@type\":\"rona\",\"agentId\":\"1002\",\"offers\":[{\"taskId\":\""
                + first.id() + "\",\"number\":1}]}]}";
        world.send(email);
        world.settle();
        // then it has come to that, and to what this node would do then
        assertThat(world.stores.agents.get("1002").in("email").state()).isEqualTo(AgentStateName.NOT_READY);
        assertThat(world.open())
                .hasSize(2)
                .allMatch(task -> task.offer().agentId().equals("1003"));
        world.assertConsistent();
    }

    @Test
    void whatIsSaidOfAnOfferIsWhenItWasMade() {
        // given a node that takes long over each message
        ready("1002", "email");
        world.slowness = Duration.ofSeconds(4);
        // when
        world.send(new Task("email", null, 5, Map.of(), null, null, null, null));
        world.settle();
        // then
        List<Message> told = world.received("Client.test");
        TaskState queued = only(TaskState.class, told, state -> state.state() == TaskStateName.QUEUED);
        TaskAgentSelected selected = only(TaskAgentSelected.class, told, any -> true);
        assertThat(selected.time()).isAfterOrEqualTo(queued.time().plus(world.slowness.multipliedBy(2)));
        assertThat(selected.acceptBefore()).isEqualTo(selected.time().plusSeconds(30));
    }

    @Test
    void whoIsOfferedATaskAfterALongLookComesBehindWhoBecameReadyDuringIt() {
        // given one agent READY and one who is not, and a node that takes the MRD over
        ready("1003", "email");
        login("1002", "email");
        world.settle();
        Task email = new Task("email", null, 5, Map.of(), null, null, null, null);
        world.takeOver("email");
        // when it takes long to look at all of it, and the other one becomes READY meanwhile
        world.stores.agents.meanwhile = () -> {
            world.lapse(Duration.ofSeconds(1));
            AgentOperation becomesReady = new AgentOperation.AskReadiness("email", true, null);
            world.stores.agents.apply("meanwhile", "1002", becomesReady, world.now());
        };
        world.send(email);
        world.settle();
        world.stores.agents.meanwhile = () -> {};
        world.send(email);
        world.settle();
        // then each has one, the longest available first, and all the time to accept it
        List<TaskAgentSelected> offers = world.received("Client.test").stream()
                .filter(TaskAgentSelected.class::isInstance)
                .map(TaskAgentSelected.class::cast)
                .toList();
        assertThat(offers).extracting(TaskAgentSelected::agentId).containsExactly("1003", "1002");
        assertThat(offers)
                .allMatch(offer -> offer.acceptBefore().equals(offer.time().plusSeconds(30)));
    }

    /** The broker deals no MRD's messages out anew while one is in hand, and so all would wait for the one with much to do. */
    @Test
    void muchToDoIsDoneInParts() {
        // given mails that ring at everybody, and nobody there when their time is over
        List<String> everybody = IntStream.range(1000, 1000 + RandomHistoryTest.AGENTS)
                .mapToObj(String::valueOf)
                .toList();
        everybody.forEach(agent -> ready(agent, "email"));
        Task email = new Task("email", null, 5, Map.of(), null, null, null, null);
        for (int i = 0; i < 2 * everybody.size(); i++) {
            world.send(email);
        }
        world.settle();
        assertThat(world.open()).allMatch(task -> task.state() == TaskStateName.RESERVED);
        world.lapse(Duration.ofSeconds(31));
        // when another node comes, and messages are handled while it still looks at all of it
        world.stores.plans.plans.clear();
        world.takeOver("email");
        world.send(email);
        world.send(new TaskStateRequest(world.open().get(0).id(), "CLOSED", null, null, null));
        world.settle();
        // then no message has done more than its part, and all is done
        Map<String, Integer> steps = new TreeMap<>();
        world.stores.plans.plans.forEach((round, plan) ->
                steps.merge(round.replaceAll("#.*", ""), plan.split("@type").length - 1, Integer::sum));
        int part = Math.max(
                World.AT_ONCE, (everybody.size() + world.stores.tasks.all().size()) / 8);
        assertThat(steps).hasSizeGreaterThan(everybody.size() / part);
        assertThat(steps.values()).allMatch(count -> count <= part);
        assertThat(everybody).allMatch(agent -> {
            AgentStateName state = world.stores.agents.get(agent).in("email").state();
            return state == AgentStateName.NOT_READY;
        });
        assertThat(world.open()).hasSize(2 * everybody.size()).allMatch(task -> task.state() == TaskStateName.QUEUED);
        world.assertConsistent();
    }

    private void login(String agentId, String mrd) {
        world.send(new Connect(agentId, "p", null, null));
        world.send(new Login(agentId, "p", mrd));
    }

    private void ready(String agentId, String mrd) {
        login(agentId, mrd);
        world.send(new AgentStateRequest(agentId, "READY", mrd, null, false));
        world.settle();
        world.received("Client.test");
    }

    private static <T extends Message> T only(Class<T> type, List<Message> told, Predicate<T> such) {
        List<T> found = told.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(such)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Task task() {
        return new Task("chat", null, 5, Map.of(), null, null, null, null);
    }
}
