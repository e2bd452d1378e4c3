package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The extension chat-server-restore: a Chat Server that came back. */
@ExtendWith(BlackBox.class)
class RestoreIT {

    @Test
    void offersGoBackAcceptedTasksStayAndTheAgentsAreUnknown(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told accepted = chat.task("chat", desk);
        alice.takes(accepted);
        Told offered = chat.task("chat", desk);
        alice.offered();

        Told restored = chat.ask("chat-server-restore", "AgentIds", List.of(alice.id()));

        assertThat(restored.body().path("Agents").asInt()).isEqualTo(1);
        assertThat(restored.body().path("Tasks").asInt()).isEqualTo(1);
        assertThat(restored.member("Time")).isNotNull();
        Told unknown = alice.inbox().next("AgentState", "UNKNOWN");
        assertThat(unknown.correlation()).isEqualTo(restored.correlation());
        Told back =
                chat.tasks().next("task given back", told -> told.is("TaskState", "QUEUED") && told.reason() != null);
        assertThat(back.task()).isEqualTo(offered.task());
        assertThat(back.reason()).isEqualTo("RESTORE");
        assertThat(chat.ask("GetTaskState", "TaskId", accepted.task()).state()).isEqualTo("ACTIVE");
    }

    @Test
    void askingForAStateEndsTheUnsureness(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Agent bob = chat.agent(desk, 1).ready("chat");
        Agent carol = chat.agent(desk, 2).ready("chat");
        chat.ask("chat-server-restore", "AgentIds", List.of(alice.id(), bob.id(), carol.id()));

        assertThat(alice.asks("chat", "READY").state()).isEqualTo("READY");
        assertThat(bob.asks("chat", "NOT_READY").state()).isEqualTo("NOT_READY");
        assertThat(carol.asks("chat", "LOGOUT").state()).isEqualTo("LOGOUT");
        Told task = chat.task("chat", desk);
        assertThat(alice.offered().task()).isEqualTo(task.task());
    }

    @Test
    void nobodyOfThoseWhoAreUnknownIsOfferedAnything(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        chat.ask("chat-server-restore", "AgentIds", List.of(alice.id()));
        Told task = chat.task("chat", desk);
        Agent bob = chat.agent(desk, 1).ready("chat");

        assertThat(bob.offered().task()).isEqualTo(task.task());
        assertThat(alice.inbox().all(told -> told.is("TaskAgentSelected"))).isEmpty();
    }

    @Test
    void withoutAgentIdsEveryLoggedInAgentIsMeant(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Agent bob = chat.agent(chat.desk(), 0);
        bob.login("voice");
        Agent carol = chat.agent(desk, 2);
        carol.connect();

        Told restored = chat.ask("chat-server-restore");

        assertThat(restored.body().path("Agents").asInt()).isGreaterThanOrEqualTo(2);
        alice.inbox().next("AgentState", "UNKNOWN");
        bob.inbox().next("AgentState", "UNKNOWN");
        assertThat(carol.present("chat").state()).isEqualTo("LOGOUT");
    }
}
