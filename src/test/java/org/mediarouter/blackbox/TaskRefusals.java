package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;
import static org.mediarouter.message.ErrorCode.*;

import org.mediarouter.message.ErrorCode;

/** The same for the codes that are about tasks and queues. */
final class TaskRefusals {
    private final Chat chat;
    private final Desk desk;

    TaskRefusals(Chat chat) {
        this.chat = chat;
        this.desk = chat.desk();
    }

    Told taskNotFound() {
        chat.refused(TASK_NOT_FOUND, "TaskState", "TaskId", "none", "State", "ASLEEP");
        chat.refused(TASK_NOT_FOUND, "Transfer", "TaskId", "none", "OwnerAgentId", "x", "RecipientAgentId", "y");
        chat.refused(
                TASK_NOT_FOUND, "Conference", "TaskId", "none", "ConferenceOwner", "x", "ConferenceParticipant", "y");
        return chat.refused(TASK_NOT_FOUND, "GetTaskState", "TaskId", "none");
    }

    private Told begun(Agent alice) {
        Told task = chat.task("chat", desk);
        alice.takes(task);
        return task;
    }

    private Told conference(ErrorCode code, Told task, String owner, String participant) {
        return chat.refused(
                code,
                "Conference",
                "TaskId",
                task.task(),
                "ConferenceOwner",
                owner,
                "ConferenceParticipant",
                participant);
    }

    private Told transfer(ErrorCode code, Told task, String owner, String recipient) {
        return chat.refused(
                code, "Transfer", "TaskId", task.task(), "OwnerAgentId", owner, "RecipientAgentId", recipient);
    }

    Told invalidTaskState() {
        Told waiting = chat.task("chat", desk);
        chat.refused(INVALID_TASK_STATE, "TaskState", "TaskId", waiting.task(), "State", "PAUSED");
        conference(INVALID_TASK_STATE, waiting, "nobody", "nobody");
        chat.ask("TaskState", "TaskId", waiting.task(), "State", "CLOSED");
        transfer(INVALID_TASK_STATE, waiting, "nobody", "nobody");
        return chat.refused(
                INVALID_TASK_STATE, "TaskState", "TaskId", waiting.task(), "State", "ACTIVE", "AgentId", "nobody");
    }

    Told offerExpired() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.offered();
        alice.asksTask(task.task(), "REJECTED");
        Agent bob = chat.agent(desk, 1).ready("chat");
        bob.offered();
        chat.refused(
                OFFER_EXPIRED, "TaskState", "TaskId", task.task(), "State", "ACTIVE", "AgentId", bob.id(), "Offer", 1);
        return chat.refused(
                OFFER_EXPIRED, "TaskState", "TaskId", task.task(), "State", "ACTIVE", "AgentId", alice.id());
    }

    Told notOnTask() {
        Told task = begun(chat.agent(desk, 0).ready("chat"));
        chat.refused(
                NOT_ON_TASK,
                "TaskState",
                "TaskId",
                task.task(),
                "State",
                "CLOSED",
                "AgentId",
                desk.agents().get(1));
        return chat.refused(
                NOT_ON_TASK,
                "TaskState",
                "TaskId",
                task.task(),
                "State",
                "PAUSED",
                "AgentId",
                desk.agents().get(1));
    }

    Told notTaskOwner() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = begun(alice);
        Agent bob = chat.agent(desk, 1).ready("chat");
        conference(NOT_TASK_OWNER, task, bob.id(), "nobody");
        transfer(NOT_TASK_OWNER, task, bob.id(), "nobody");
        chat.ask("Conference", "TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id());
        return chat.refused(NOT_TASK_OWNER, "TaskState", "TaskId", task.task(), "State", "PAUSED", "AgentId", bob.id());
    }

    Told recipientNotFound() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = begun(alice);
        conference(RECIPIENT_NOT_FOUND, task, alice.id(), "nobody");
        return transfer(RECIPIENT_NOT_FOUND, task, alice.id(), "nobody");
    }

    Told alreadyOnTask() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = begun(alice);
        transfer(ALREADY_ON_TASK, task, alice.id(), alice.id());
        return conference(ALREADY_ON_TASK, task, alice.id(), alice.id());
    }

    Told recipientNotAvailable() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = begun(alice);
        Agent bob = chat.agent(desk, 1);
        assertThat(conference(RECIPIENT_NOT_AVAILABLE, task, alice.id(), bob.id())
                        .member("RecipientState"))
                .isEqualTo("LOGOUT");
        bob.login("chat");
        Told error = transfer(RECIPIENT_NOT_AVAILABLE, task, alice.id(), bob.id());
        assertThat(error.member("RecipientState")).isEqualTo("NOT_READY");
        return error;
    }

    Told conferenceFull() {
        Agent alice = chat.agent(desk, 0).ready("strict");
        Told task = chat.ask("Task", "Mrd", "strict", "Queue", "strict-line", "Attributes", desk.attributes());
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("strict");
        Agent carol = chat.agent(desk, 2).ready("strict");
        chat.ask("Conference", "TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id());
        return conference(CONFERENCE_FULL, task, alice.id(), carol.id());
    }

    Told transferNotAccepted() {
        Agent alice = chat.agent(desk, 0).ready("offer");
        Told task = chat.task("offer", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("offer");
        String transfer = chat.send(
                "Transfer", json("TaskId", task.task(), "OwnerAgentId", alice.id(), "RecipientAgentId", bob.id()));
        bob.offered();
        bob.asksTask(task.task(), "REJECTED");
        return chat.answer("Transfer", transfer);
    }

    Told queueNotFound() {
        chat.refused(QUEUE_NOT_FOUND, "GetQueueState", "Queue", "nowhere");
        chat.refused(QUEUE_NOT_FOUND, "Task", "Queue", "nowhere");
        chat.refused(QUEUE_NOT_FOUND, "Task", "Mrd", "strict");
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = begun(alice);
        return chat.refused(
                QUEUE_NOT_FOUND,
                "Transfer",
                "TaskId",
                task.task(),
                "OwnerAgentId",
                alice.id(),
                "RecipientQueue",
                "voice-general");
    }

    Told queueFull() {
        chat.task("chat", desk, "Queue", "chat-narrow");
        chat.task("chat", desk, "Queue", "chat-narrow");
        return chat.refused(QUEUE_FULL, "Task", "Queue", "chat-narrow", "Attributes", desk.attributes());
    }
}
