package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.ContactCentre.Wish;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.agent.Seat;
import org.mediarouter.fakefinesse.RestFault;
import org.mediarouter.fakefinesse.VoiceState;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateName;

/** Whatever Finesse answers or tells: the error is clear, the agent is not lost, nothing is left behind. */
class FinesseBadAnswersIT {
    private static final List<String> AGENTS =
            IntStream.range(1001, 1060).mapToObj(String::valueOf).toList();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static Peer finesse;
    private static int next;

    private final Map<String, OutsideState> reported = new ConcurrentHashMap<>();
    private final MemorySeats seats = MemorySeats.first();
    private FinesseCentre centre;
    private String agent;

    @BeforeAll
    static void start() throws Exception {
        finesse = Peer.inProcess(AGENTS);
    }

    @AfterAll
    static void stop() throws Exception {
        finesse.close();
    }

    @BeforeEach
    void open() {
        agent = AGENTS.get(next++);
        centre = FinesseCentre.open(
                finesse.settings(Duration.ofMillis(500), Duration.ofSeconds(1), PATIENCE),
                seats,
                Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
                reported::put,
                id -> true,
                Clock.systemUTC());
        assertThat(connect(agent, Peer.PASSWORD)).isInstanceOf(AgentDirectory.Answer.Welcome.class);
    }

    @AfterEach
    void close() {
        finesse.restAnswers(RestFault.NONE);
        centre.close();
    }

    private AgentDirectory.Answer connect(String id, String password) {
        return centre.connect(id, password, "2" + id);
    }

    private static Refusal refused(AgentDirectory.Answer answer) {
        return ((AgentDirectory.Answer.Refused) answer).refusal();
    }

    private static Refusal refused(ContactCentre.Answer answer) {
        return ((ContactCentre.Answer.Refused) answer).refusal();
    }

    /** Threads that a session or a call may leave behind; the pools of a node are of a fixed size. */
    private static long ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> Stream.of("HttpClient", "Smack").anyMatch(name::startsWith))
                .count();
    }

    private static void awaitLong(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(condition);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void whateverRestAnswersIsAClearErrorAndPasses(RestFault fault) {
        assertThat(centre.ask(agent, new Wish.Ready())).isInstanceOf(ContactCentre.Answer.Done.class);
        String newcomer = AGENTS.get(next++);
        long threads = ours();

        finesse.restAnswers(fault);
        Refusal asked = refused(centre.ask(agent, new Wish.NotReady(null)));
        assertThat(asked.code())
                .isEqualTo(
                        fault == RestFault.ERROR_404
                                ? ErrorCode.INVALID_STATE_TRANSITION
                                : ErrorCode.DIRECTORY_UNAVAILABLE);
        assertThat(asked.message()).startsWith("The contact centre ").doesNotContain(Peer.PASSWORD);
        Refusal connected = refused(connect(newcomer, Peer.PASSWORD));
        assertThat(connected.code())
                .as(connected.message())
                .isIn(ErrorCode.DIRECTORY_UNAVAILABLE, ErrorCode.INVALID_CREDENTIALS);
        assertThat(seats.get(newcomer)).isNull();
        assertThat(refused(centre.verify(agent, "another")).code())
                .isIn(ErrorCode.DIRECTORY_UNAVAILABLE, ErrorCode.INVALID_CREDENTIALS);
        // Some readings come to nothing, too.
        awaitLong(() -> !centre.available());

        finesse.restAnswers(RestFault.NONE);
        awaitLong(() -> centre.ask(agent, new Wish.NotReady(16)) instanceof ContactCentre.Answer.Done);
        assertThat(finesse.state(agent)).isEqualTo(VoiceState.NOT_READY);
        assertThat(seats.get(agent)).extracting(Seat::wanted).isEqualTo(true);
        assertThat(reported.values()).noneMatch(OutsideState::unsure);
        awaitLong(() -> centre.live() == 1);
        finesse.change(agent, VoiceState.TALKING);
        awaitLong(() -> reported.get(agent).call() == TaskStateName.ACTIVE);
        awaitLong(() -> ours() <= threads);
        assertThat(connect(newcomer, Peer.PASSWORD)).isInstanceOf(AgentDirectory.Answer.Welcome.class);
    }

    @Test
    void aPasswordThatFinesseNoLongerAcceptsIsTriedOnceAndNobodyIsLeftInTheDark() {
        finesse.password(agent, "changed");
        awaitLong(() -> reported.containsKey(agent) && reported.get(agent).unsure());
        awaitLong(() -> centre.held() == 0 && seats.get(agent) == null);
        assertThat(finesse.wrongPasswords(agent)).isEqualTo(1);
        assertThat(refused(centre.ask(agent, new Wish.Ready())).code()).isEqualTo(ErrorCode.AGENT_NOT_CONNECTED);
        assertThat(connect(agent, "changed")).isInstanceOf(AgentDirectory.Answer.Welcome.class);
        assertThat(finesse.wrongPasswords(agent)).isEqualTo(1);
    }

    @Test
    void whoIsUnknownThereIsRefused() {
        assertThat(refused(connect("nobody", Peer.PASSWORD)).code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(centre.held()).isEqualTo(1);
    }

    @Test
    void aStreamThatIsCutInAStanzaIsOpenedAgain() {
        // What all sessions share begins when it is first needed: with the first of them that is opened again.
        cutInside();
        long threads = ours();
        for (int i = 0; i < 5; i++) {
            cutInside();
        }
        finesse.change(agent, VoiceState.TALKING);
        awaitLong(() -> reported.get(agent) != null && reported.get(agent).call() == TaskStateName.ACTIVE);
        awaitLong(() -> ours() <= threads);
    }

    /** Once the peer has the session, too: else there is nothing to cut. */
    private void cutInside() {
        awaitLong(() -> centre.live() == 1 && finesse.sessions(agent) == 1);
        long lost = centre.counts().lost();
        finesse.cutInside(agent);
        awaitLong(() -> centre.counts().lost() > lost);
        awaitLong(() -> centre.live() == 1 && finesse.sessions(agent) == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "<html><body><br></body></html>",
                "<Update><data><user><state>TALK",
                "<Update><data><user><state>DANCING</state></user></data></Update>",
                "<Update><data><user><state>READY</state><stateChangeTime>yesterday</stateChangeTime></user></data></Update>",
                "<Update><data><user><loginId>9999</loginId><state>LOGOUT</state></user></data></Update>",
                "<Update><data><queue><name>a</name></queue></data><event>DELETE</event></Update>",
                "<Update><data><apiErrors/></data><requestId>r</requestId></Update>",
                "<!DOCTYPE u [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Update><data><user><state>&b;</state></user></data></Update>"
            })
    void whateverIsToldTheNextStateIsHeard(String update) {
        assertThat(centre.ask(agent, new Wish.Ready())).isInstanceOf(ContactCentre.Answer.Done.class);
        finesse.say(agent, update);
        finesse.change(agent, VoiceState.TALKING);
        awaitLong(() -> reported.get(agent) != null && reported.get(agent).call() == TaskStateName.ACTIVE);
        assertThat(centre.live()).isEqualTo(1);
        assertThat(reported.values()).noneMatch(state -> state.unsure() || !state.loggedIn());
    }
}
