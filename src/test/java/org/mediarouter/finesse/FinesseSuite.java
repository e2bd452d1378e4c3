package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.ContactCentre.Wish;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.agent.Seat;
import org.mediarouter.fakefinesse.RestFault;
import org.mediarouter.fakefinesse.VoiceState;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskStateName;

/** What a node does at Finesse, whatever carries the notifications. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FinesseSuite {
    private static final List<String> AGENTS =
            IntStream.range(1001, 1041).mapToObj(String::valueOf).toList();
    private static final String NO_TELEPHONE = "here";
    private static final Secrets SECRETS = Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    private static final Secrets OTHER_SECRETS = Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDI=");
    private Peer finesse;
    private int next;
    private Map<String, OutsideState> reported;
    private MemorySeats seats;
    private FinesseCentre centre;
    private String agent;

    /** Begins the Finesse that all cases have in common. */
    abstract Peer peer(List<String> agents) throws Exception;

    @BeforeAll
    void start() throws Exception {
        finesse = peer(AGENTS);
    }

    @AfterAll
    void stop() throws Exception {
        finesse.close();
    }

    @BeforeEach
    void open() {
        agent = AGENTS.get(next++);
        reported = new ConcurrentHashMap<>();
        seats = MemorySeats.first();
        centre = node(seats);
    }

    @AfterEach
    void close() {
        finesse.inService(true);
        finesse.silent(false);
        finesse.restAnswers(RestFault.NONE);
        centre.close();
    }

    private FinesseCentre node(MemorySeats own) {
        return node(own, SECRETS);
    }

    private FinesseCentre node(MemorySeats own, Secrets secrets) {
        return node(own, secrets, id -> true);
    }

    private FinesseCentre node(MemorySeats own, Secrets secrets, KnownAgents known) {
        FinesseSettings settings =
                finesse.settings(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(3));
        return FinesseCentre.open(settings, own, secrets, reported::put, known, Clock.systemUTC());
    }

    /** No two agents sign in at one telephone. */
    private String extension() {
        return "2" + agent;
    }

    private OutsideState connect() {
        AgentDirectory.Answer answer = centre.connect(agent, Peer.PASSWORD, extension());
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
        assertThat(finesse.state(agent)).isEqualTo(VoiceState.NOT_READY);
        assertThat(done(new Wish.Ready()).ready()).isTrue();
        assertThat(finesse.state(agent)).isEqualTo(VoiceState.READY);
        assertThat(done(new Wish.NotReady(16)).reason()).isEqualTo("16");
        assertThat(done(new Wish.SignOut(false, null)).loggedIn()).isFalse();
        assertThat(finesse.state(agent)).isEqualTo(VoiceState.LOGOUT);
    }

    @Test
    void aCallIsReported() {
        connect();
        done(new Wish.Ready());
        finesse.change(agent, VoiceState.RESERVED);
        awaitCall(TaskStateName.RESERVED);
        finesse.change(agent, VoiceState.TALKING);
        awaitCall(TaskStateName.ACTIVE);
        finesse.change(agent, VoiceState.WORK_READY);
        awaitCall(TaskStateName.WRAP_UP);
        finesse.change(agent, VoiceState.READY);
        awaitCall(null);
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        long before = finesse.wrongPasswords(agent);
        assertThat(refused(centre.connect(agent, "wrong", extension()))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(finesse.wrongPasswords(agent) - before).isEqualTo(1);
        assertThat(seats.get(agent)).isNull();
    }

    @Test
    void withoutExtensionNobodySignsIn() {
        assertThat(refused(centre.connect(agent, Peer.PASSWORD, null))).isEqualTo(ErrorCode.MISSING_EXTENSION);
    }

    @Test
    void anExtensionThatFinesseRefusesIsTold() {
        assertThat(refused(centre.connect(agent, Peer.PASSWORD, NO_TELEPHONE))).isEqualTo(ErrorCode.INVALID_MEMBER);
        assertThat(seats.get(agent)).isNull();
        assertThat(centre.held()).isZero();
    }

    @Test
    void outOfServiceIsUnavailable() {
        finesse.inService(false);
        assertThat(refused(centre.connect(agent, Peer.PASSWORD, extension())))
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
        finesse.change(agent, VoiceState.TALKING);
        assertThat(refused(centre.ask(agent, new Wish.SignOut(true, null))))
                .isEqualTo(ErrorCode.INVALID_STATE_TRANSITION);
        OutsideState after = done(new Wish.NotReady(null));
        assertThat(after.call()).isEqualTo(TaskStateName.ACTIVE);
        assertThat(after.ready()).isFalse();
    }

    @Test
    void whatIsNotHeardIsRead() {
        connect();
        finesse.silent(true);
        finesse.change(agent, VoiceState.TALKING);
        awaitCall(TaskStateName.ACTIVE);
        assertThat(centre.counts().repaired()).isPositive();
    }

    @Test
    void whatCannotBeReadIsReadByAsking() {
        connect();
        finesse.silent(true);
        finesse.change(agent, VoiceState.TALKING);
        finesse.say(agent, "<Update><data><user><state>TALK & DANCE</state></user></data></Update>");
        awaitCall(TaskStateName.ACTIVE);
        finesse.change(agent, VoiceState.HOLD);
        finesse.say(agent, "<Update><data><user><state>DANCING</state></user></data></Update>");
        awaitCall(TaskStateName.PAUSED);
        assertThat(centre.counts().unreadable()).isPositive();
    }

    @Test
    void whenTheNotificationServiceIsKilledTheSessionComesBack() throws Exception {
        connect();
        done(new Wish.Ready());
        finesse.killNotifications();
        Awaitility.await().until(() -> centre.live() == 0);
        finesse.silent(true);
        finesse.change(agent, VoiceState.TALKING);
        finesse.silent(false);
        finesse.startNotifications();
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
        finesse.silent(true);
        finesse.killNotifications();
        // Else the poll of a session that still seems to live may see him signed out, before our eyes.
        Awaitility.await().until(() -> centre.live() == 0);
        finesse.change(agent, VoiceState.LOGOUT);
        finesse.startNotifications();
        Awaitility.await().until(() -> finesse.state(agent) == VoiceState.NOT_READY);
    }

    @Test
    void whomFinesseHasSignedOutBeforeOurEyesStaysOut() throws Exception {
        connect();
        long signIns = finesse.signIns(agent);
        finesse.change(agent, VoiceState.LOGOUT);
        Awaitility.await().until(() -> !reported.get(agent).loggedIn());
        finesse.killNotifications();
        Awaitility.await().until(() -> centre.live() == 0);
        finesse.startNotifications();
        Awaitility.await().until(() -> centre.live() == 1);
        // Another node, which hasn't seen it, knows by the seat.
        Awaitility.await().until(() -> !seats.get(agent).wanted());
        MemorySeats other = seats.another("b");
        try (FinesseCentre second = node(other)) {
            seats.die();
            Awaitility.await().until(() -> second.live() == 1);
            finesse.change(agent, VoiceState.TALKING);
            awaitCall(TaskStateName.ACTIVE);
        }
        assertThat(finesse.signIns(agent)).isEqualTo(signIns);
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
            assertThat(second.connect(agent, Peer.PASSWORD, extension()))
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
            assertThat(finesse.state(agent)).isEqualTo(VoiceState.NOT_READY);
            finesse.change(agent, VoiceState.TALKING);
            awaitCall(TaskStateName.ACTIVE);
        }
    }

    @Test
    void whoConnectsAtAnotherNodeIsHeldThere() {
        connect();
        try (FinesseCentre second = node(seats.another("b"))) {
            assertThat(second.connect(agent, Peer.PASSWORD, extension()))
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
            assertThat(refused(second.connect(agent, "wrong", extension()))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
            assertThat(refused(second.connect(agent, Peer.PASSWORD, NO_TELEPHONE)))
                    .isEqualTo(ErrorCode.INVALID_MEMBER);
            assertThat(second.held()).isZero();
        }
        assertThat(seats.get(agent).holder()).isEqualTo("a");
        assertThat(seats.get(agent).epoch()).isEqualTo(epoch);
        assertThat(seats.get(agent).extension()).isEqualTo(extension());
        assertThat(seats.get(agent).wanted()).isFalse();
        Awaitility.await().until(() -> centre.live() == 1);
        assertThat(done(new Wish.SignIn()).loggedIn()).isTrue();
    }

    @Test
    void aConnectThatFailsLeavesTheSessionThatIsThere() throws Exception {
        connect();
        finesse.killNotifications();
        Awaitility.await().until(() -> centre.live() == 0);
        AgentDirectory.Answer failed = centre.connect(agent, Peer.PASSWORD, extension());
        finesse.startNotifications();
        assertThat(refused(failed)).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
        assertThat(seats.get(agent)).isNotNull();
        Awaitility.await().until(() -> centre.live() == 1);
    }

    @Test
    void aRefusedExtensionIsNotKept() throws Exception {
        connect();
        done(new Wish.SignOut(false, null));
        assertThat(refused(centre.connect(agent, Peer.PASSWORD, NO_TELEPHONE))).isEqualTo(ErrorCode.INVALID_MEMBER);
        assertThat(seats.get(agent).extension()).isEqualTo(extension());
        assertThat(done(new Wish.SignIn()).loggedIn()).isTrue();
        // By the session itself: with the same extension.
        signsHimInAgain();
    }

    @Test
    void aNewExtensionIsKept() {
        connect();
        done(new Wish.SignOut(false, null));
        assertThat(centre.connect(agent, Peer.PASSWORD, "3" + agent)).isInstanceOf(AgentDirectory.Answer.Welcome.class);
        assertThat(seats.get(agent).extension()).isEqualTo("3" + agent);
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
    void whoConnectsJustWhenItIsFoundThatHeHadGoneKeepsHisSeat() throws Exception {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        AtomicReference<Thread> again = new AtomicReference<>();
        CountDownLatch asked = new CountDownLatch(1);
        // The records say so when he is connecting again already; of a young session they are not asked.
        KnownAgents gone = id -> {
            asked.countDown();
            Awaitility.await()
                    .until(() -> again.get() != null
                            && List.of(Thread.State.BLOCKED, Thread.State.TERMINATED)
                                    .contains(again.get().getState()));
            return false;
        };
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        Clock later = new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock.instant().plus(ahead.get());
            }
        };
        MemorySeats own = seats.another("b");
        FinesseSettings settings =
                finesse.settings(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(3));
        try (FinesseCentre node = FinesseCentre.open(settings, own, SECRETS, reported::put, gone, later)) {
            assertThat(node.connect(agent, Peer.PASSWORD, extension()))
                    .isInstanceOf(AgentDirectory.Answer.Welcome.class);
            ahead.set(Duration.ofSeconds(31));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            Thread connecting = new Thread(() -> node.connect(agent, Peer.PASSWORD, extension()));
            connecting.start();
            again.set(connecting);
            connecting.join(10_000);
            Awaitility.await().until(() -> node.live() == 1);
            assertThat(own.get(agent)).isNotNull();
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
                    .doesNotContain(Peer.PASSWORD);
            assertThat(second.verify(agent, Peer.PASSWORD)).isInstanceOf(AgentDirectory.Answer.Welcome.class);
            assertThat(refused(second.verify(agent, "wrong"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
    }
}
