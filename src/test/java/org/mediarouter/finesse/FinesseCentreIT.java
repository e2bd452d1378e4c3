package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.ContactCentre.Wish;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.agent.Seat;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskStateName;

/** What a node does at Finesse, with a real XMPP server between them. */
class FinesseCentreIT {
    private static final List<String> AGENTS =
            IntStream.range(1001, 1041).mapToObj(String::valueOf).toList();
    private static final Secrets SECRETS = Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    private static final Secrets OTHER_SECRETS = Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDI=");
    private static FinesseOnProsody finesse;
    private static int next;

    private final Map<String, OutsideState> reported = new ConcurrentHashMap<>();
    private final MemorySeats seats = MemorySeats.first();
    private FinesseCentre centre;
    private String agent;

    @BeforeAll
    static void start() throws Exception {
        finesse = new FinesseOnProsody(AGENTS);
    }

    @AfterAll
    static void stop() throws Exception {
        finesse.close();
    }

    @BeforeEach
    void open() {
        agent = AGENTS.get(next++);
        centre = node(seats);
    }

    @AfterEach
    void close() {
        finesse.inService = true;
        finesse.silent = false;
        centre.close();
    }

    private FinesseCentre node(MemorySeats own) {
        return node(own, SECRETS);
    }

    private FinesseCentre node(MemorySeats own, Secrets secrets) {
        return node(own, secrets, id -> true);
    }

    private FinesseCentre node(MemorySeats own, Secrets secrets, KnownAgents known) {
        FinesseSettings settings = new FinesseSettings(
                List.of(finesse.rest()),
                List.of(finesse.xmpp()),
                "",
                false,
                null,
                "",
                Duration.ofMillis(700),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
        return FinesseCentre.open(settings, own, secrets, reported::put, known, Clock.systemUTC());
    }

    private OutsideState connect() {
        AgentDirectory.Answer answer = centre.connect(agent, FinesseOnProsody.PASSWORD, "2001");
        assertThat(answer).isInstanceOf(AgentDirectory.Answer.Welcome.class);
        return ((AgentDirectory.Answer.Welcome) answer).outside();
    }

    private OutsideState done(Wish wish) {
        ContactCentre.Answer answer = centre.ask(agent, wish);
        assertThat(answer).isInstanceOf(ContactCentre.Answer.Done.class);
        return ((ContactCentre.Answer.Done) answer).state();
    }

    private ErrorCode refused(ContactCentre.Answer answer) {
        return ((ContactCentre.Answer.Refused) answer).refusal().code();
    }

    private ErrorCode refused(AgentDirectory.Answer answer) {
        return ((AgentDirectory.Answer.Refused) answer).refusal().code();
    }

    private void awaitCall(TaskStateName call) {
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> {
                    OutsideState state = reported.get(agent);
                    return state != null && state.loggedIn() && state.call() == call;
                });
    }

    @Test
    void anAgentSignsInWorksAndSignsOut() {
        assertThat(connect().loggedIn()).isTrue();
        assertThat(finesse.stateOf(agent)).isEqualTo("NOT_READY");
        assertThat(done(new Wish.Ready()).ready()).isTrue();
        assertThat(finesse.stateOf(agent)).isEqualTo("READY");
        assertThat(done(new Wish.NotReady(16)).reason()).isEqualTo("16");
        assertThat(done(new Wish.SignOut(false, null)).loggedIn()).isFalse();
        assertThat(finesse.stateOf(agent)).isEqualTo("LOGOUT");
    }

    @Test
    void aCallIsReported() {
        connect();
        done(new Wish.Ready());
        finesse.change(agent, "RESERVED", "");
        awaitCall(TaskStateName.RESERVED);
        finesse.change(agent, "TALKING", "");
        awaitCall(TaskStateName.ACTIVE);
        finesse.change(agent, "WORK_READY", "");
        awaitCall(TaskStateName.WRAP_UP);
        finesse.change(agent, "READY", "");
        awaitCall(null);
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        int before = finesse.wrongPasswords.get();
        assertThat(refused(centre.connect(agent, "wrong", "2001"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(finesse.wrongPasswords.get() - before).isEqualTo(1);
        assertThat(seats.get(agent)).isNull();
    }

    @Test
    void withoutExtensionNobodySignsIn() {
        assertThat(refused(centre.connect(agent, FinesseOnProsody.PASSWORD, null)))
                .isEqualTo(ErrorCode.MISSING_EXTENSION);
    }

    @Test
    void anExtensionThatFinesseRefusesIsTold() {
        assertThat(refused(centre.connect(agent, FinesseOnProsody.PASSWORD, "9999")))
                .isEqualTo(ErrorCode.INVALID_MEMBER);
        assertThat(seats.get(agent)).isNull();
        assertThat(centre.held()).isZero();
    }

    @Test
    void outOfServiceIsUnavailable() {
        finesse.inService = false;
        assertThat(refused(centre.connect(agent, FinesseOnProsody.PASSWORD, "2001")))
                .isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
    }

    @Test
    void whoIsReadyCannotSignOutUnlessForced() {
        connect();
        done(new Wish.Ready());
        assertThat(refused(centre.ask(agent, new Wish.SignOut(false, null))))
                .isEqualTo(ErrorCode.INVALID_STATE_TRANSITION);
        assertThat(done(new Wish.SignOut(true, null)).loggedIn()).isFalse();
    }

    @Test
    void inACallNobodySignsOutButMayAskForLater() {
        connect();
        done(new Wish.Ready());
        finesse.change(agent, "TALKING", "");
        assertThat(refused(centre.ask(agent, new Wish.SignOut(true, null))))
                .isEqualTo(ErrorCode.INVALID_STATE_TRANSITION);
        OutsideState after = done(new Wish.NotReady(null));
        assertThat(after.call()).isEqualTo(TaskStateName.ACTIVE);
        assertThat(after.ready()).isFalse();
    }

    @Test
    void whatIsNotHeardIsRead() {
        connect();
        finesse.silent = true;
        finesse.change(agent, "TALKING", "");
        awaitCall(TaskStateName.ACTIVE);
        assertThat(centre.counts().repaired()).isPositive();
    }

    @Test
    void whatCannotBeReadIsReadByAsking() {
        connect();
        finesse.silent = true;
        finesse.change(agent, "TALKING", "");
        finesse.publish(agent, "<Update><data><user><state>TALK & DANCE</state></user></data></Update>");
        awaitCall(TaskStateName.ACTIVE);
        finesse.change(agent, "HOLD", "");
        finesse.publish(agent, "<Update><data><user><state>DANCING</state></user></data></Update>");
        awaitCall(TaskStateName.PAUSED);
        assertThat(centre.counts().unreadable()).isPositive();
    }

    @Test
    void whenTheNotificationServiceIsKilledTheSessionComesBack() throws Exception {
        connect();
        done(new Wish.Ready());
        finesse.prosody().kill();
        Awaitility.await().until(() -> centre.live() == 0);
        finesse.silent = true;
        finesse.change(agent, "TALKING", "");
        finesse.silent = false;
        finesse.prosody().start();
        awaitCall(TaskStateName.ACTIVE);
        Awaitility.await().until(() -> centre.live() == 1);
    }

    @Test
    void whomFinesseHasLostMeanwhileIsSignedInAgain() throws Exception {
        connect();
        signsHimInAgain();
    }

    /** Finesse loses the agent while the session is cut: when it is back, it signs him in. */
    private void signsHimInAgain() throws Exception {
        finesse.silent = true;
        finesse.prosody().kill();
        finesse.change(agent, "LOGOUT", "");
        finesse.prosody().start();
        Awaitility.await().until(() -> finesse.stateOf(agent).equals("NOT_READY"));
    }

    @Test
    void whomFinesseHasSignedOutBeforeOurEyesStaysOut() throws Exception {
        connect();
        int signIns = finesse.signIns.get();
        finesse.change(agent, "LOGOUT", "");
        Awaitility.await().until(() -> !reported.get(agent).loggedIn());
        finesse.published();
        finesse.prosody().kill();
        Awaitility.await().until(() -> centre.live() == 0);
        finesse.prosody().start();
        Awaitility.await().until(() -> centre.live() == 1);
        // Another node, which hasn't seen it, knows by the seat.
        Awaitility.await().until(() -> !seats.get(agent).wanted());
        MemorySeats other = seats.another("b");
        try (FinesseCentre second = node(other)) {
            seats.die();
            Awaitility.await().until(() -> second.live() == 1);
            finesse.change(agent, "TALKING", "");
            awaitCall(TaskStateName.ACTIVE);
        }
        assertThat(finesse.signIns).hasValue(signIns);
    }

    @Test
    void aSeatOfOursWithoutASessionGetsOne() {
        connect();
        Seat seat = seats.get(agent);
        MemorySeats other = seats.another("b");
        other.take(agent, seat.extension(), seat.sealed());
        try (FinesseCentre second = node(other)) {
            Awaitility.await().until(() -> second.live() == 1);
            Awaitility.await().until(() -> centre.held() == 0);
        }
    }

    @Test
    void whoIsSignedInAndHeldByNobodyIsUnknownUntilHeConnects() {
        KnownAgents records = new KnownAgents() {
            @Override
            public boolean connected(String agentId) {
                return true;
            }

            @Override
            public List<String> signedIn() {
                OutsideState state = reported.get(agent);
                return state != null && state.unsure() ? List.of() : List.of(agent);
            }
        };
        try (FinesseCentre second = node(seats.another("b"), SECRETS, records)) {
            Awaitility.await().until(() -> reported.containsKey(agent));
            assertThat(reported.get(agent).unsure()).isTrue();
            assertThat(second.connect(agent, FinesseOnProsody.PASSWORD, "2001"))
                    .isInstanceOf(AgentDirectory.Answer.Welcome.class);
            assertThat(second.live()).isEqualTo(1);
        }
    }

    @Test
    void anotherNodeTakesTheAgentsOfADeadOneOver() {
        connect();
        MemorySeats other = seats.another("b");
        try (FinesseCentre second = node(other)) {
            assertThat(second.held()).isZero();
            seats.die();
            Awaitility.await().until(() -> second.live() == 1);
            assertThat(other.get(agent).holder()).isEqualTo("b");
            Awaitility.await().until(() -> centre.held() == 0);
            assertThat(finesse.stateOf(agent)).isEqualTo("NOT_READY");
            finesse.change(agent, "TALKING", "");
            awaitCall(TaskStateName.ACTIVE);
        }
    }

    @Test
    void whoConnectsAtAnotherNodeIsHeldThere() {
        connect();
        try (FinesseCentre second = node(seats.another("b"))) {
            assertThat(second.connect(agent, FinesseOnProsody.PASSWORD, "2001"))
                    .isInstanceOf(AgentDirectory.Answer.Welcome.class);
            Awaitility.await().until(() -> centre.held() == 0);
            assertThat(second.live()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedConnectAtAnotherNodeLeavesTheSeatToItsHolder() {
        connect();
        done(new Wish.SignOut(false, null));
        long epoch = seats.get(agent).epoch();
        try (FinesseCentre second = node(seats.another("b"))) {
            assertThat(refused(second.connect(agent, "wrong", "2001"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
            assertThat(refused(second.connect(agent, FinesseOnProsody.PASSWORD, "9999")))
                    .isEqualTo(ErrorCode.INVALID_MEMBER);
            assertThat(second.held()).isZero();
        }
        assertThat(seats.get(agent).holder()).isEqualTo("a");
        assertThat(seats.get(agent).epoch()).isEqualTo(epoch);
        assertThat(seats.get(agent).extension()).isEqualTo("2001");
        assertThat(seats.get(agent).wanted()).isFalse();
        Awaitility.await().until(() -> centre.live() == 1);
        assertThat(done(new Wish.SignIn()).loggedIn()).isTrue();
    }

    @Test
    void aConnectThatFailsLeavesTheSessionThatIsThere() throws Exception {
        connect();
        finesse.prosody().kill();
        Awaitility.await().until(() -> centre.live() == 0);
        AgentDirectory.Answer failed = centre.connect(agent, FinesseOnProsody.PASSWORD, "2001");
        finesse.prosody().start();
        assertThat(refused(failed)).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
        assertThat(seats.get(agent)).isNotNull();
        Awaitility.await().until(() -> centre.live() == 1);
    }

    @Test
    void aRefusedExtensionIsNotKept() throws Exception {
        connect();
        done(new Wish.SignOut(false, null));
        assertThat(refused(centre.connect(agent, FinesseOnProsody.PASSWORD, "9999")))
                .isEqualTo(ErrorCode.INVALID_MEMBER);
        assertThat(seats.get(agent).extension()).isEqualTo("2001");
        assertThat(done(new Wish.SignIn()).loggedIn()).isTrue();
        // By the session itself: with the same extension.
        signsHimInAgain();
    }

    @Test
    void aNewExtensionIsKept() {
        connect();
        done(new Wish.SignOut(false, null));
        assertThat(centre.connect(agent, FinesseOnProsody.PASSWORD, "2002"))
                .isInstanceOf(AgentDirectory.Answer.Welcome.class);
        assertThat(seats.get(agent).extension()).isEqualTo("2002");
        assertThat(seats.get(agent).wanted()).isTrue();
    }

    @Test
    void whoHasAnotherKeyLeavesTheAgentsOfADeadNodeToOthers() {
        connect();
        MemorySeats blind = seats.another("b");
        MemorySeats seeing = seats.another("c");
        try (FinesseCentre second = node(blind, OTHER_SECRETS)) {
            seats.die();
            int looks = blind.looks();
            // A look that begins after another one has ended; the departure of anybody lets it begin at once.
            Awaitility.await().until(() -> {
                seats.another("d").die();
                return blind.looks() >= looks + 2;
            });
            assertThat(second.held()).isZero();
            try (FinesseCentre third = node(seeing)) {
                Awaitility.await().until(() -> third.live() == 1);
                assertThat(seats.get(agent).holder()).isEqualTo("c");
            }
        }
    }

    @Test
    void aSeatThatCannotBeOpenedIsToldAsSuch() {
        connect();
        try (FinesseCentre second = node(seats.another("b"), OTHER_SECRETS)) {
            ContactCentre.Answer answer = second.ask(agent, new Wish.Ready());
            assertThat(refused(answer)).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
            assertThat(((ContactCentre.Answer.Refused) answer).refusal().toString())
                    .contains("key")
                    .doesNotContain(FinesseOnProsody.PASSWORD);
            assertThat(second.verify(agent, FinesseOnProsody.PASSWORD))
                    .isInstanceOf(AgentDirectory.Answer.Welcome.class);
            assertThat(refused(second.verify(agent, "wrong"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
    }
}
