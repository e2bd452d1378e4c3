package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediarouter.message.ErrorCode;

/** Transfers in an MRD with {@code transferMode: offer}: the recipient is asked first. */
@ExtendWith(BlackBox.class)
class TransferByOfferIT {

    private record Talk(Desk desk, Agent alice, Agent bob, Told task, String transfer) {
        static Talk begin(Chat chat, String mrd) {
            Desk desk = chat.desk();
            Agent alice = chat.agent(desk, 0).ready(mrd);
            Told task = chat.task(mrd, desk);
            alice.takes(task);
            Agent bob = chat.agent(desk, 1).ready(mrd);
            String transfer = chat.send(
                    "Transfer", json("TaskId", task.task(), "OwnerAgentId", alice.id(), "RecipientAgentId", bob.id()));
            return new Talk(desk, alice, bob, task, transfer);
        }
    }

    @Test
    void theRecipientIsOfferedTheTaskWhileTheOwnerKeepsIt(Chat chat) {
        Talk talk = Talk.begin(chat, "offer");

        Told offer = talk.bob().offered();

        assertThat(offer.task()).isEqualTo(talk.task().task());
        assertThat(offer.agent()).isEqualTo(talk.bob().id());
        assertThat(offer.correlation()).isEqualTo(talk.transfer());
        Told now = chat.ask("GetTaskState", "TaskId", talk.task().task());
        assertThat(now.state()).isEqualTo("ACTIVE");
        assertThat(now.agent()).isEqualTo(talk.alice().id());
        assertThat(talk.bob().present("offer").state()).isEqualTo("RESERVED");
    }

    @Test
    void acceptedItMovesAndTheTransferIsAnswered(Chat chat) {
        Talk talk = Talk.begin(chat, "offer");
        talk.bob().offered();

        Told accepted = talk.bob().accept(talk.task().task());

        assertThat(accepted.state()).isEqualTo("ACTIVE");
        assertThat(accepted.agent()).isEqualTo(talk.bob().id());
        Told answer = chat.answer("Transfer", talk.transfer());
        assertThat(answer.type()).isEqualTo("TaskAgentTransferred");
        assertThat(talk.alice().inbox().next("TaskAgentTransferred").text()).isEqualTo(answer.text());
        assertThat(talk.bob().inbox().next("TaskAgentTransferred").text()).isEqualTo(answer.text());
        assertThat(chat.tasks().next("TaskAgentTransferred").text()).isEqualTo(answer.text());
        assertThat(talk.alice().present("offer").state()).isEqualTo("READY");
    }

    @Test
    void rejectedNothingHasMovedAndTheOwnerHears(Chat chat) {
        Talk talk = Talk.begin(chat, "offer");
        talk.bob().offered();

        talk.bob().asksTask(talk.task().task(), "REJECTED");

        Told answer = chat.answer("Transfer", talk.transfer());
        assertThat(answer.refusedWith(ErrorCode.TRANSFER_NOT_ACCEPTED)).isTrue();
        Told now = chat.ask("GetTaskState", "TaskId", talk.task().task());
        assertThat(now.state()).isEqualTo("ACTIVE");
        assertThat(now.agent()).isEqualTo(talk.alice().id());
        assertThat(talk.bob().present("offer").state()).isEqualTo("READY");
    }

    @Test
    void notAcceptedInTimeNothingHasMovedAndTheOwnerHears(Chat chat) {
        Talk talk = Talk.begin(chat, "offer-ring");
        talk.bob().offered();

        Told answer = chat.answer("Transfer", talk.transfer());

        assertThat(answer.refusedWith(ErrorCode.TRANSFER_NOT_ACCEPTED)).isTrue();
        assertThat(answer.member("JMSType")).isEqualTo("Transfer");
        assertThat(answer.task()).isEqualTo(talk.task().task());
        Told now = chat.ask("GetTaskState", "TaskId", talk.task().task());
        assertThat(now.agent()).isEqualTo(talk.alice().id());
        assertThat(now.state()).isEqualTo("ACTIVE");
        Told rona = talk.bob().inbox().next("AgentState", "NOT_READY");
        while (!"RONA".equals(rona.reason())) {
            rona = talk.bob().inbox().next("AgentState", "NOT_READY");
        }
    }

    @Test
    void withoutReplyToTheOwnerHearsOfTheRefusal(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("offer");
        Told task = chat.task("offer", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("offer");
        chat.send(
                "Transfer",
                json("TaskId", task.task(), "OwnerAgentId", alice.id(), "RecipientAgentId", bob.id()),
                null);
        bob.offered();
        bob.asksTask(task.task(), "REJECTED");

        assertThat(alice.inbox().next("Error").member("Code")).isEqualTo("TRANSFER_NOT_ACCEPTED");
    }

    @Test
    void anotherTransferOrConferenceMeanwhileIsRefused(Chat chat) {
        Talk talk = Talk.begin(chat, "offer");
        talk.bob().offered();
        Agent carol = chat.agent(talk.desk(), 2).ready("offer");
        String task = talk.task().task();

        chat.refused(
                ErrorCode.INVALID_TASK_STATE,
                "Transfer",
                "TaskId",
                task,
                "OwnerAgentId",
                talk.alice().id(),
                "RecipientAgentId",
                carol.id());
        chat.refused(
                ErrorCode.INVALID_TASK_STATE,
                "Conference",
                "TaskId",
                task,
                "ConferenceOwner",
                talk.alice().id(),
                "ConferenceParticipant",
                carol.id());
    }

    @Test
    void closingTheTaskWithdrawsTheOffer(Chat chat) {
        Talk talk = Talk.begin(chat, "offer");
        talk.bob().offered();

        Told closed = chat.ask("TaskState", "TaskId", talk.task().task(), "State", "CLOSED");

        assertThat(closed.state()).isEqualTo("CLOSED");
        talk.bob().inbox().next("AgentState", "READY");
        chat.refused(
                ErrorCode.INVALID_TASK_STATE,
                "TaskState",
                "TaskId",
                talk.task().task(),
                "State",
                "ACTIVE",
                "AgentId",
                talk.bob().id());
    }
}
