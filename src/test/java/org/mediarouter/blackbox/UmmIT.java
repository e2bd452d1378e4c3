package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mediarouter.blackbox.Told.json;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.mediarouter.fakeumm.FakeUmm;
import org.mediarouter.fakeumm.Fault;
import org.mediarouter.fakeumm.Person;
import org.mediarouter.message.ErrorCode;
import org.slf4j.LoggerFactory;

/**
 * Agents of UMM through a whole node, with the shipped route. Each trouble is followed by two good answers at least, so that
 * the breaker, which is the node's, stays closed until the last test opens it.
 */
@TestMethodOrder(OrderAnnotation.class)
class UmmIT {
    private static final String ALICE = "umm-alice";
    private static final String BOB = "umm-bob";
    private static final String CAROL = "umm-carol";
    private static final String PASSWORD = "Tr0ub4dor-of-umm";
    private static final String WRONG = "Tr0ub4dor-of-nobody";

    private static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();
    private static final AppenderBase<ILoggingEvent> LISTENER = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            LOGGED.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };

    private static FakeUmm umm;
    private static NodeFixture node;
    private Chat chat;

    @BeforeAll
    static void start() throws Exception {
        LISTENER.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LISTENER);
        umm = FakeUmm.start(
                "127.0.0.1",
                0,
                List.of(Person.of(ALICE, PASSWORD), Person.of(BOB, PASSWORD), Person.of(CAROL, PASSWORD)));
        node = new NodeFixture(Map.of("mediarouter.umm.url", umm.signInUrl()));
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            node.close();
        } finally {
            umm.close();
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LISTENER);
        }
        assertThat(LOGGED).as("what was logged").anyMatch(line -> line.contains(ALICE));
        assertThat(LOGGED).noneMatch(line -> line.contains(PASSWORD) || line.contains(WRONG));
    }

    @BeforeEach
    void aChatServer() throws Exception {
        umm.fault(Fault.NONE);
        chat = node.chat();
    }

    @AfterEach
    void theChatServerGoes() throws Exception {
        chat.close();
    }

    @Test
    @Order(1)
    void whoIsWelcomeAtUmmSignsIn() {
        signsInAndOut(ALICE);

        assertThat(umm.seen(ALICE)).as("once for Connect, once for Login").isEqualTo(2);
    }

    @Test
    @Order(2)
    void aWrongPasswordReachesUmmOnce() {
        isRefused(ErrorCode.INVALID_CREDENTIALS, BOB, WRONG);

        signsInAndOut(BOB);
    }

    @ParameterizedTest
    @Order(3)
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NONE", "ERROR_401", "ERROR_404"})
    void whatIsNoAnswerSignsNobodyIn(Fault fault) {
        umm.fault(fault);

        isRefused(ErrorCode.DIRECTORY_UNAVAILABLE, CAROL, PASSWORD);

        umm.fault(Fault.NONE);
        signsInAndOut(CAROL);
    }

    @ParameterizedTest
    @Order(3)
    @EnumSource(names = {"ERROR_401", "ERROR_404"})
    void aRefusalIsARefusal(Fault fault) {
        umm.fault(fault);

        isRefused(ErrorCode.INVALID_CREDENTIALS, BOB, PASSWORD);
    }

    @Test
    @Order(4)
    void aLoginWhileUmmIsAwayLeavesTheAgentConnectedAndLoggedOut() {
        chat.ask("Connect", "AgentId", ALICE, "Password", PASSWORD);
        umm.fault(Fault.ERROR_503);

        chat.refused(ErrorCode.DIRECTORY_UNAVAILABLE, "Login", "AgentId", ALICE, "Password", PASSWORD, "Mrd", "chat");

        umm.fault(Fault.NONE);
        assertThat(chat.ask("Login", "AgentId", ALICE, "Password", PASSWORD, "Mrd", "chat")
                        .state())
                .isEqualTo("NOT_READY");
        logsOut(ALICE);
    }

    @Test
    @Order(5)
    void whileTheBreakerIsOpenUmmIsNotAsked() {
        umm.fault(Fault.ERROR_500);
        // Ten calls are remembered; where half of them failed it opens.
        int before;
        int asked = 0;
        do {
            before = umm.seen(BOB);
            chat.refused(ErrorCode.DIRECTORY_UNAVAILABLE, "Connect", "AgentId", BOB, "Password", PASSWORD);
            assertThat(asked++).as("failures before the breaker opens").isLessThanOrEqualTo(10);
        } while (umm.seen(BOB) > before);

        umm.fault(Fault.NONE);
        chat.refused(ErrorCode.DIRECTORY_UNAVAILABLE, "Connect", "AgentId", BOB, "Password", PASSWORD);
        assertThat(umm.seen(BOB)).as("asked while open").isEqualTo(before);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> chat.ask("Connect", json("AgentId", BOB, "Password", PASSWORD))
                        .is("Connected"));
        signsInAndOut(BOB);
    }

    /** UMM is asked once, and nobody is connected. */
    private void isRefused(ErrorCode code, String agentId, String password) {
        int before = umm.seen(agentId);
        chat.refused(code, "Connect", "AgentId", agentId, "Password", password);
        assertThat(umm.seen(agentId) - before).as("asked").isEqualTo(1);
        assertThat(connected(agentId)).isFalse();
    }

    private void signsInAndOut(String agentId) {
        chat.ask("Connect", "AgentId", agentId, "Password", PASSWORD);
        assertThat(chat.ask("Login", "AgentId", agentId, "Password", PASSWORD, "Mrd", "chat")
                        .state())
                .isEqualTo("NOT_READY");
        logsOut(agentId);
    }

    private void logsOut(String agentId) {
        assertThat(chat.ask("AgentState", "AgentId", agentId, "Mrd", "chat", "State", "LOGOUT")
                        .state())
                .isEqualTo("LOGOUT");
    }

    private boolean connected(String agentId) {
        return chat.ask("GetAgentState", "AgentId", agentId)
                .body()
                .path("Connected")
                .asBoolean();
    }
}
