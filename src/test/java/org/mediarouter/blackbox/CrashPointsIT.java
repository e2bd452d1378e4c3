package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediarouter.blackbox.Faults.Point;

/**
 * Protocol, section 1, "once": the handling of each message of a type breaks off, when the state has changed or when
 * everything is sent, and the results are those of a run in which nothing breaks.
 */
@ExtendWith(BlackBox.class)
class CrashPointsIT {
    private static Story undisturbed;
    private static Story undisturbedDeadline;

    private static final List<String> LEGS = List.of(
            "general.Connect",
            "general.Login",
            "general.AgentState",
            "general.Task",
            "general.TaskState",
            "general.Conference",
            "general.Transfer",
            "general.GetAgentState",
            "general.GetTaskState",
            "general.GetQueueState",
            "general.chat-server-restore",
            "routing-engine.AgentState",
            "routing-engine.TaskState",
            "routing-engine.NewTask",
            "routing-engine.Conference",
            "routing-engine.Transfer",
            "communication-server.AgentState",
            "communication-server.TaskState",
            "communication-server.TaskAgentSelected",
            "communication-server.TaskConferenced",
            "communication-server.TaskAgentTransferred");

    private static final List<String> LEGS_OF_DEADLINES =
            List.of("routing-engine.WakeUp", "communication-server.Error", "communication-server.AgentState");

    private static Stream<Arguments> places(List<String> legs) {
        return legs.stream().flatMap(leg -> Stream.of(Point.values()).map(point -> Arguments.of(leg, point)));
    }

    static Stream<Arguments> commands() {
        return places(LEGS);
    }

    static Stream<Arguments> deadlines() {
        return places(LEGS_OF_DEADLINES);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aMessageDeliveredAgainHasItsResultsOnce(String leg, Point point, Chat chat, NodeFixture node)
            throws Exception {
        if (undisturbed == null) {
            try (Chat first = node.chat()) {
                undisturbed = conversation(first, null);
            }
        }
        Faults.everyOther(leg, point);
        int passed;
        Story disturbed;
        try {
            disturbed = conversation(chat, undisturbed);
        } finally {
            passed = Faults.disarm(leg, point);
        }
        assertThat(String.join("\n", disturbed.lines())).isEqualTo(String.join("\n", undisturbed.lines()));
        assertThat(passed).as("times that it came to " + leg).isGreaterThanOrEqualTo(2);
    }

    private static Story conversation(Chat chat, Story before) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0);
        Agent bob = chat.agent(desk, 1);
        Story story = new Story(Story.Cast.of(chat, alice, bob), before);
        for (Agent agent : List.of(alice, bob)) {
            agent.connect();
            agent.login("chat");
            story.step("login");
            agent.asks("chat", "READY");
            story.step("ready");
        }
        alice.asks("chat", "NOT_READY", "ReasonCode", "BREAK");
        story.step("break");
        String task = story.created(chat.task("chat", desk)).task();
        story.step("task");
        bob.asksTask(task, "REJECTED");
        story.step("reject");
        alice.asks("chat", "READY");
        story.step("offered again");
        alice.accept(task);
        story.step("accept");
        chat.ask("Conference", "TaskId", task, "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id());
        story.step("conference");
        bob.asksTask(task, "CLOSED");
        story.step("leave");
        chat.ask("Transfer", "TaskId", task, "OwnerAgentId", alice.id(), "RecipientAgentId", bob.id());
        story.step("transfer");
        chat.ask("GetAgentState", "AgentId", bob.id(), "Mrd", "chat");
        chat.ask("GetTaskState", "TaskId", task);
        chat.ask("GetQueueState", "Queue", "chat-urgent");
        story.step("questions");
        bob.asksTask(task, "WRAP_UP");
        story.step("wrap-up");
        chat.ask("Transfer", json("TaskId", task, "OwnerAgentId", bob.id(), "RecipientQueue", "chat-urgent"));
        story.step("refused transfer");
        bob.asksTask(task, "CLOSED");
        story.step("close");
        story.created(chat.task("chat", desk));
        story.step("second task");
        chat.ask("chat-server-restore", "AgentIds", List.of(alice.id(), bob.id()));
        story.step("restore");
        bob.asks("chat", "LOGOUT", "Force", true);
        story.step("logout by force");
        return story;
    }

    @ParameterizedTest
    @MethodSource("deadlines")
    void aDeadlineThatIsDeliveredAgainHasItsResultsOnce(String leg, Point point, Chat chat, NodeFixture node)
            throws Exception {
        if (undisturbedDeadline == null) {
            try (Chat first = node.chat()) {
                undisturbedDeadline = deadline(first, null);
            }
        }
        Faults.everyOther(leg, point);
        int passed;
        Story disturbed;
        try {
            disturbed = deadline(chat, undisturbedDeadline);
        } finally {
            passed = Faults.disarm(leg, point);
        }
        assertThat(String.join("\n", disturbed.lines())).isEqualTo(String.join("\n", undisturbedDeadline.lines()));
        assertThat(passed).as("times that it came to " + leg).isGreaterThanOrEqualTo(2);
    }

    /** A transfer that nobody accepts in time. */
    private static Story deadline(Chat chat, Story before) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("offer-ring");
        Agent bob = chat.agent(desk, 1);
        Story story = new Story(Story.Cast.of(chat, alice, bob), before);
        story.step("alice ready");
        Told task = story.created(chat.task("offer-ring", desk));
        alice.takes(task);
        story.step("accept");
        bob.ready("offer-ring");
        story.step("bob ready");
        chat.ask("Transfer", json("TaskId", task.task(), "OwnerAgentId", alice.id(), "RecipientAgentId", bob.id()));
        story.step("not accepted in time");
        alice.asksTask(task.task(), "CLOSED");
        story.step("close");
        return story;
    }
}
