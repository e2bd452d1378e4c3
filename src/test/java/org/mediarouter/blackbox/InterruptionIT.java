package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** States, "Interruption": a call comes before the chats. */
@ExtendWith(BlackBox.class)
class InterruptionIT {

    @Test
    void withKeepTheChatsStayAndOffersGoBack(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat").ready("voice");
        Told talking = chat.task("chat", desk);
        alice.takes(talking);
        Told offered = chat.task("chat", desk);
        assertThat(alice.offered().task()).isEqualTo(offered.task());

        Told call = chat.task("voice", desk);
        alice.takes(call);

        Told interrupted = alice.inbox().next("AgentState", "INTERRUPTED");
        assertThat(interrupted.mrd()).isEqualTo("chat");
        Told back = chat.tasks()
                .next("chat back", told -> told.is("TaskState", "QUEUED") && "INTERRUPTED".equals(told.reason()));
        assertThat(back.task()).isEqualTo(offered.task());
        assertThat(chat.ask("GetTaskState", "TaskId", talking.task()).state()).isEqualTo("ACTIVE");
        assertThat(alice.present("voice").state()).isEqualTo("BUSY");

        alice.asksTask(call.task(), "CLOSED");
        alice.asksTask(call.task(), "CLOSED");
        Told again = alice.inbox()
                .next(
                        "AgentState",
                        told -> told.is("AgentState")
                                && told.mrd().equals("chat")
                                && !told.state().equals("INTERRUPTED"));
        assertThat(again.state()).isEqualTo("ACTIVE");
        assertThat(alice.offered().task()).isEqualTo(offered.task());
    }

    @Test
    void withRequeueTheChatsGoBack(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("yield").ready("voice");
        Told talking = chat.task("yield", desk);
        alice.takes(talking);

        Told call = chat.task("voice", desk);
        alice.takes(call);

        Told back = chat.tasks()
                .next("chat back", told -> told.is("TaskState", "QUEUED") && "INTERRUPTED".equals(told.reason()));
        assertThat(back.task()).isEqualTo(talking.task());
        assertThat(alice.present("yield").state()).isEqualTo("INTERRUPTED");
        Agent bob = chat.agent(desk, 1).ready("yield");
        assertThat(bob.offered().task()).isEqualTo(talking.task());
    }

    @Test
    void anOfferedCallInterruptsNothingYet(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat").ready("voice");
        Told talking = chat.task("chat", desk);
        alice.takes(talking);

        chat.task("voice", desk);
        alice.offered();

        assertThat(alice.present("chat").state()).isEqualTo("ACTIVE");
        assertThat(alice.present("voice").state()).isEqualTo("RESERVED");
    }

    @Test
    void whoIsInterruptedGetsNoChatUntilTheCallIsOver(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat").ready("voice");
        Told call = chat.task("voice", desk);
        alice.takes(call);
        assertThat(alice.present("chat").state()).isEqualTo("INTERRUPTED");
        Told waiting = chat.task("chat", desk);
        assertThat(chat.ask("GetTaskState", "TaskId", waiting.task()).state()).isEqualTo("QUEUED");

        alice.asksTask(call.task(), "WRAP_UP");
        alice.asksTask(call.task(), "CLOSED");

        assertThat(alice.offered().task()).isEqualTo(waiting.task());
    }
}
