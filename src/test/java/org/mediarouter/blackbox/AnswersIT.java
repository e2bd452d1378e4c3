package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protocol, sections 1 and 2: what is accepted, and where answers and events go. */
@ExtendWith(BlackBox.class)
class AnswersIT {

    @Test
    void aTemporaryQueueIsAnswered(Chat chat) throws Exception {
        TemporaryQueue queue = chat.session().createTemporaryQueue();
        try (MessageConsumer consumer = chat.session().createConsumer(queue)) {
            TextMessage message =
                    chat.command("GetAgentState", chat.correlation(), json("AgentId", "figures-a", "Mrd", "chat"));
            message.setJMSReplyTo(queue);
            chat.send(message);

            Message answer = consumer.receive(Inbox.PATIENCE.toMillis());
            assertThat(answer).isNotNull();
            assertThat(answer.getJMSCorrelationID()).isEqualTo(message.getJMSCorrelationID());
            assertThat(answer.getJMSType()).isEqualTo("AgentState");
        }
        queue.delete();
    }

    @Test
    void withoutReplyToTheConnectedAgentHears(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        String asked = chat.send("GetAgentState", json("AgentId", alice.id(), "Mrd", "chat"), null);
        assertThat(alice.inbox()
                        .next("answer", told -> asked.equals(told.correlation()))
                        .state())
                .isEqualTo("ACTIVE");

        String refused = chat.send(
                "Conference",
                json("TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", "nobody"),
                null);
        assertThat(alice.inbox().next("Error").correlation()).isEqualTo(refused);
        String alsoRefused = chat.send(
                "Transfer",
                json("TaskId", task.task(), "OwnerAgentId", alice.id(), "RecipientAgentId", "nobody"),
                null);
        assertThat(alice.inbox().next("Error").correlation()).isEqualTo(alsoRefused);
    }

    @Test
    void whatHasNoBetterPlaceGoesToChatServer(Chat chat) {
        Inbox chatServer = chat.at("ChatServer");
        Desk desk = chat.desk();

        String question = chat.send("GetQueueState", json("Queue", "chat-general"), null);
        assertThat(chatServer.next("QueueState").correlation()).isEqualTo(question);
        String notConnected =
                chat.send("Login", json("AgentId", desk.agents().get(0), "Password", "x", "Mrd", "chat"), null);
        assertThat(chatServer.next("Error").correlation()).isEqualTo(notConnected);

        String task = chat.send("Task", json("Mrd", "chat", "Attributes", desk.attributes()), null);
        Told queued = chatServer.next("TaskState", "QUEUED");
        assertThat(queued.correlation()).isEqualTo(task);
        Agent alice = chat.agent(desk, 0).ready("chat");
        alice.offered();
        assertThat(chatServer.next("TaskAgentSelected").task()).isEqualTo(queued.task());
        chat.ask("TaskState", "TaskId", queued.task(), "State", "CLOSED");
        assertThat(chatServer.next("TaskState", "CLOSED").task()).isEqualTo(queued.task());
    }

    @Test
    void aRefusedConnectIsAnsweredAtItsDestination(Chat chat) {
        Inbox destination = chat.at("Client." + chat.name() + ".refused");

        String correlation = chat.send(
                "Connect", json("AgentId", "nobody", "Password", "x", "Destination", destination.name()), null);

        assertThat(destination.next("Error").correlation()).isEqualTo(correlation);
    }

    @Test
    void oneDestinationGetsOneCopyOfOneEvent(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0);
        Agent bob = chat.agent(desk, 1);
        String everything = "Client." + chat.name() + ".everything";
        alice.move(everything);
        bob.move(everything);
        Inbox inbox = chat.at(everything);
        for (Agent agent : List.of(alice, bob)) {
            agent.login("chat");
        }
        alice.asks("chat", "READY");
        String task = chat.send("Task", json("Mrd", "chat", "Attributes", desk.attributes()), everything);
        String id = inbox.next("TaskAgentSelected").task();
        String accepted =
                chat.send("TaskState", json("TaskId", id, "State", "ACTIVE", "AgentId", alice.id()), everything);
        inbox.next("TaskState", "ACTIVE");
        bob.asks("chat", "READY");
        String conference = chat.send(
                "Conference",
                json("TaskId", id, "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id()),
                everything);
        inbox.next("TaskConferenced");
        String closed = chat.send("TaskState", json("TaskId", id, "State", "CLOSED"), everything);
        for (Agent agent : List.of(alice, bob)) {
            inbox.any(
                    "READY again",
                    told -> told.is("AgentState", "READY")
                            && told.agent().equals(agent.id())
                            && closed.equals(told.correlation()));
        }
        inbox.any("TaskState CLOSED", told -> told.is("TaskState", "CLOSED"));

        for (String correlation : List.of(task, accepted, conference, closed)) {
            List<Told> told = inbox.all(one -> correlation.equals(one.correlation()));
            assertThat(told.stream().map(one -> one.type() + one.text())).doesNotHaveDuplicates();
        }
        assertThat(inbox.all(told -> told.is("TaskConferenced"))).hasSize(1);
        assertThat(inbox.all(told -> told.is("TaskState", "CLOSED"))).hasSize(1);
    }

    @Test
    void aBytesMessageIsAsGoodAsText(Chat chat) throws Exception {
        String correlation = chat.correlation();
        BytesMessage message = chat.session().createBytesMessage();
        message.writeBytes(json(
                        "Mrd",
                        "chat",
                        "CustomerId",
                        "Zoë",
                        "Attributes",
                        chat.desk().attributes())
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        message.setJMSType("Task");
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(chat.session().createQueue(chat.tasks().name()));
        chat.send(message);

        assertThat(chat.answer("Task", correlation).state()).isEqualTo("QUEUED");
    }

    @Test
    void aNumberIsAsGoodAsAnId(Chat chat) {
        assertThat(chat.ask("Connect", "AgentId", 4711, "Password", Premises.PASSWORD)
                        .agent())
                .isEqualTo("4711");
        assertThat(chat.ask("Login", "AgentId", 4711, "Password", Premises.PASSWORD, "Mrd", "chat")
                        .agent())
                .isEqualTo("4711");
        assertThat(chat.ask("AgentState", "AgentId", 4711, "Mrd", "chat", "State", "LOGOUT")
                        .state())
                .isEqualTo("LOGOUT");
    }

    @Test
    void unknownMembersAreIgnored(Chat chat) {
        Told answer = chat.task("chat", chat.desk(), "Colour", "red", "nested", json("deep", List.of(1, 2)));
        assertThat(answer.state()).isEqualTo("QUEUED");
        assertThat(answer.body().has("Colour")).isFalse();
    }

    @Test
    void propertiesThatWeUseAmongOurselvesMeanNothingFromAClient(Chat chat) throws Exception {
        for (String value : List.of("1", "General", "x,y")) {
            String correlation = chat.correlation();
            TextMessage message = chat.command("GetQueueState", correlation, json("Queue", "chat-general"));
            for (String name : List.of("ExpiresAt", "OperationId", "ReplyTo", "Audience", "After", "Sender")) {
                message.setStringProperty(name, value);
            }
            chat.send(message);
            assertThat(chat.answer("GetQueueState", correlation).type()).isEqualTo("QueueState");
        }
    }

    @Test
    void withoutCorrelationIdOneIsMade(Chat chat) throws Exception {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        TextMessage message = chat.command("Task", null, json("Mrd", "chat", "Attributes", desk.attributes()));
        chat.send(message);

        Told offer = alice.offered();
        assertThat(offer.correlation()).isNotBlank();
        assertThat(chat.tasks().next("TaskState", "QUEUED").correlation()).isEqualTo(offer.correlation());
        chat.ask("TaskState", "TaskId", offer.task(), "State", "CLOSED");
    }

    @Test
    void aReplyToThatIsGoneRollsNothingBack(Chat chat) throws Exception {
        Inbox chatServer = chat.at("ChatServer");
        TemporaryQueue queue = chat.session().createTemporaryQueue();
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        TextMessage message = chat.command(
                "AgentState", chat.correlation(), json("AgentId", alice.id(), "Mrd", "chat", "State", "READY"));
        message.setJMSReplyTo(queue);
        queue.delete();
        chat.send(message);

        assertThat(chatServer
                        .next("answer", told -> message(told).equals(correlation(message)))
                        .state())
                .isEqualTo("READY");
        assertThat(alice.present("chat").state()).isEqualTo("READY");
    }

    private static String message(Told told) {
        return String.valueOf(told.correlation());
    }

    private static String correlation(Message message) {
        try {
            return message.getJMSCorrelationID();
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void destinationsOfOurOwnCountAsAbsent(Chat chat, Operator operator) throws Exception {
        Inbox chatServer = chat.at("ChatServer");
        for (String forbidden :
                List.of("RoutingEngine", "General", "CommunicationServer", "SignIn", "DLQ", "topic://General")) {
            String correlation = chat.send("GetQueueState", json("Queue", "chat-general"), forbidden);
            assertThat(chatServer.next("QueueState").correlation())
                    .as(forbidden)
                    .isEqualTo(correlation);
        }
        chatServer.nothing("an Error", told -> told.is("Error"), Duration.ofMillis(200));
        assertThat(operator.inQueue("Invalid").stream().map(Told::type)).doesNotContain("QueueState");
    }
}
