package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.message.Command;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Message;

/** Sign-in work leaves the line of General; what names the same agent or task comes after it; the rest doesn't wait. */
class SignInRoutesIT {
    private static RoutesFixture routes;
    private static Client chat;
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private volatile CountDownLatch directory = new CountDownLatch(0);

    @BeforeAll
    static void start() throws Exception {
        routes = new RoutesFixture();
        chat = new Client(routes.broker.core(BrokerFixture.CHAT));
    }

    @AfterAll
    static void stop() throws Exception {
        chat.close();
        routes.close();
    }

    @BeforeEach
    void handlersRemember() {
        Handler<Message> remember = (message, envelope) -> {
            if (message instanceof Connect) {
                wait(directory);
            }
            done.add(message.type() + " " + ((Command) message).agents());
            return RoutesFixture.answer(message, envelope);
        };
        Stream.of("Connect", "Login", "AgentState", "Transfer", "GetAgentState")
                .forEach(type -> routes.on("general." + type, remember));
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatNamesTheAgentFollowsAndOthersPass() throws Exception {
        directory = new CountDownLatch(1);

        chat.send("Connect", "{\"AgentId\":\"1\",\"Password\":\"p\"}", chat.queue("Client.s"));
        chat.send("AgentState", "{\"AgentId\":\"1\",\"State\":\"READY\",\"Mrd\":\"chat\"}", chat.queue("Client.s"));
        chat.send("GetAgentState", "{\"AgentId\":\"2\"}", chat.queue("Client.s"));
        chat.send(
                "Transfer",
                "{\"TaskId\":\"t\",\"OwnerAgentId\":\"3\",\"RecipientAgentId\":\"1\"}",
                chat.queue("Client.s"));
        chat.send("GetAgentState", "{\"AgentId\":\"3\"}", chat.queue("Client.s"));

        await().untilAsserted(() -> assertThat(done).containsExactly("GetAgentState [2]"));
        directory.countDown();
        await().untilAsserted(() -> assertThat(done)
                .containsExactly(
                        "GetAgentState [2]", "Connect [1]", "AgentState [1]", "Transfer [3, 1]", "GetAgentState [3]"));
        await().until(routes.line::empty);
        try (JMSConsumer answers = chat.context().createConsumer(chat.queue("Client.s"))) {
            for (int i = 0; i < 5; i++) {
                assertThat(answers.receive(Client.WAIT)).isNotNull();
            }
        }
    }

    @Test
    void keepsEachAgentsOrderInAStorm() throws Exception {
        for (int agent = 100; agent < 150; agent++) {
            chat.send("Connect", "{\"AgentId\":\"" + agent + "\",\"Password\":\"p\"}", null);
            chat.send("Login", "{\"AgentId\":\"" + agent + "\",\"Password\":\"p\",\"Mrd\":\"chat\"}", null);
            chat.send("AgentState", "{\"AgentId\":\"" + agent + "\",\"State\":\"READY\",\"Mrd\":\"chat\"}", null);
        }

        await().untilAsserted(() -> assertThat(done).hasSize(150));
        for (int agent = 100; agent < 150; agent++) {
            String mine = "[" + agent + "]";
            assertThat(done.stream().filter(line -> line.endsWith(mine)))
                    .containsExactly("Connect " + mine, "Login " + mine, "AgentState " + mine);
        }
        await().until(routes.line::empty);
    }

    @Test
    void aFailedSignInIsPutAsideAndTheLineGoesOn() throws Exception {
        routes.on("general.Login", (message, envelope) -> {
            throw new IllegalStateException("injected");
        });

        chat.send("Login", "{\"AgentId\":\"9\",\"Password\":\"secret\",\"Mrd\":\"chat\"}", chat.queue("Client.nine"));
        chat.send("GetAgentState", "{\"AgentId\":\"9\"}", chat.queue("Client.nine"));

        try (JMSConsumer answers = chat.context().createConsumer(chat.queue("Client.nine"))) {
            assertThat(Client.json(answers.receive(Client.WAIT)).get("Code").asText())
                    .isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(answers.receive(Client.WAIT).getJMSType()).isEqualTo("Restored");
        }
        await().until(routes.line::empty);
        try (Client operator = new Client(routes.broker.core(BrokerFixture.ROUTER))) {
            var dead = (jakarta.jms.TextMessage) operator.next("DLQ");
            assertThat(dead.getText()).contains("\"Password\":\"\"").doesNotContain("secret");
        }
    }
}
