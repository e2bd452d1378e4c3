package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Command;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Connected;
import org.mediarouter.message.Error;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.HeldTask;
import org.mediarouter.message.Login;
import org.mediarouter.message.Message;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;

class VirtualAgentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String ME = "1001";
    private static final String OTHER = "1002";

    private final List<Command> sent = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    private VirtualAgent agent = agent(Odds.NONE);
    private long version;

    @Test
    void signsInAndBecomesReady() {
        does(agent.due(new Intent.SignIn()));
        hears(new Connected(ME, "Agent.1001", Mode.STANDALONE, NOW));
        hears(state(AgentStateName.LOGIN, null));
        hears(state(AgentStateName.NOT_READY, null));
        comesToPass(Intent.BackToWork.class);

        assertThat(sent)
                .containsExactly(
                        new Connect(ME, "secret", null, "Agent.1001"),
                        new Login(ME, "secret", "chat"),
                        new AgentStateRequest(ME, "READY", "chat", null, false));
        assertThat(agent.signedIn()).isTrue();
    }

    @Test
    void acceptsAnOfferHandlesTheTaskAndClosesIt() {
        signIn();
        hears(offer(1));
        comesToPass(Intent.Answer.class);
        hears(task(TaskStateName.ACTIVE, ME, List.of(ME)));
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(request("ACTIVE", 1), request("CLOSED", null));
        hears(task(TaskStateName.CLOSED, ME, null));
        assertThat(agent.holdsNothing()).isTrue();
    }

    @Test
    void declinesAnOffer() {
        agent = agent(new Odds(1, 0, 0, 0, 0, 0, 0, 0));
        signIn();
        hears(offer(3));
        comesToPass(Intent.Answer.class);

        assertThat(sent).containsExactly(request("REJECTED", 3));
    }

    @Test
    void letsItRingAndComesBackAfterRona() {
        agent = agent(new Odds(0, 1, 0, 0, 0, 0, 0, 0));
        signIn();
        hears(offer(1));
        assertThat(intents).noneMatch(intent -> intent instanceof Intent.Answer);

        hears(task(TaskStateName.QUEUED, null, null));
        hears(state(AgentStateName.NOT_READY, "RONA"));
        comesToPass(Intent.BackToWork.class);

        assertThat(agent.holdsNothing()).isTrue();
        assertThat(sent).containsExactly(new AgentStateRequest(ME, "READY", "chat", null, false));
    }

    @Test
    void anAcceptanceThatCameTooLateIsNothingSpecial() {
        signIn();
        hears(offer(1));
        comesToPass(Intent.Answer.class);
        Command late = sent.get(0);
        does(agent.refused(late, Error.to(late, Refusal.of(ErrorCode.OFFER_EXPIRED, "Withdrawn."), NOW)));

        assertThat(agent.holdsNothing()).isTrue();
    }

    @Test
    void pausesAndResumes() {
        agent = agent(new Odds(0, 0, 1, 0, 0, 0, 1, 0));
        takeTask();
        comesToPass(Intent.Continue.class);
        comesToPass(Intent.Continue.class);
        comesToPass(Intent.Continue.class);
        comesToPass(Intent.Continue.class);

        assertThat(sent)
                .containsExactly(
                        request("PAUSED", null),
                        request("ACTIVE", null),
                        request("WRAP_UP", null),
                        request("CLOSED", null));
    }

    @Test
    void transfersAndLetsGoWhenItHappened() {
        agent = agent(new Odds(0, 0, 0, 1, 0, 0, 0, 0));
        takeTask();
        comesToPass(Intent.Continue.class);
        hears(new TaskAgentTransferred("T1", ME, OTHER, "chat", NOW));
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(new Transfer("T1", ME, OTHER, null, null, null));
        assertThat(agent.holdsNothing()).isTrue();
    }

    @Test
    void goesOnWithATaskWhoseTransferWasRefused() {
        agent = agent(new Odds(0, 0, 0, 1, 0, 0, 0, 0));
        takeTask();
        comesToPass(Intent.Continue.class);
        Command transfer = sent.get(0);
        does(agent.refused(transfer, Error.to(transfer, Refusal.of(ErrorCode.RECIPIENT_NOT_AVAILABLE, "No."), NOW)));
        comesToPass(Intent.Continue.class);

        assertThat(sent).hasSize(2).endsWith(request("CLOSED", null));
    }

    @Test
    void takesOverATransferredTask() {
        signIn();
        hears(new TaskAgentTransferred("T1", OTHER, ME, "chat", NOW));
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(request("CLOSED", null));
    }

    @Test
    void handsBackIntoTheQueue() {
        agent = agent(new Odds(0, 0, 0, 0, 1, 0, 0, 0));
        takeTask();
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(new Transfer("T1", ME, null, "general", null, null));
    }

    @Test
    void bringsAColleagueIn() {
        agent = agent(new Odds(0, 0, 0, 0, 0, 1, 0, 0));
        takeTask();
        comesToPass(Intent.Continue.class);
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(new Conference("T1", ME, OTHER, null, null), request("CLOSED", null));
    }

    @Test
    void leavesAConferenceAfterAWhileAndInheritsTheTaskWhenTheOwnerLeftFirst() {
        signIn();
        hears(new TaskConferenced("T1", OTHER, ME, "chat", List.of(OTHER, ME), NOW));
        hears(task(TaskStateName.ACTIVE, OTHER, List.of(OTHER, ME)));
        hears(task(TaskStateName.ACTIVE, ME, List.of(ME)));
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(request("CLOSED", null));
    }

    @Test
    void closesAnewWhereTheMrdDemandsAfterWork() {
        takeTask();
        comesToPass(Intent.Continue.class);
        hears(task(TaskStateName.WRAP_UP, ME, List.of(ME)));
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(request("CLOSED", null), request("CLOSED", null));
    }

    @Test
    void looksWhereATaskDoesNotEnd() {
        takeTask();
        comesToPass(Intent.Continue.class);
        comesToPass(Intent.Continue.class);

        assertThat(sent).containsExactly(request("CLOSED", null), new GetTaskState("T1"));
    }

    @Test
    void goesOnBreakAfterATaskAndComesBack() {
        agent = agent(new Odds(0, 0, 0, 0, 0, 0, 0, 1));
        takeTask();
        hears(task(TaskStateName.CLOSED, ME, null));
        hears(state(AgentStateName.NOT_READY, "BREAK"));
        comesToPass(Intent.EndBreak.class);

        assertThat(sent)
                .containsExactly(
                        new AgentStateRequest(ME, "NOT_READY", "chat", "BREAK", false),
                        new AgentStateRequest(ME, "READY", "chat", null, false));
    }

    @Test
    void logsOutOnceNothingIsHeld() {
        takeTask();
        does(agent.leave());
        hears(state(AgentStateName.PENDING_NOT_READY, "OFF_DUTY"));
        comesToPass(Intent.Continue.class);
        hears(task(TaskStateName.CLOSED, ME, null));
        hears(state(AgentStateName.NOT_READY, "OFF_DUTY"));
        hears(state(AgentStateName.LOGOUT, null));

        assertThat(sent)
                .containsExactly(
                        new AgentStateRequest(ME, "NOT_READY", "chat", "OFF_DUTY", false),
                        request("CLOSED", null),
                        new AgentStateRequest(ME, "LOGOUT", "chat", null, false));
        assertThat(agent.gone()).isTrue();
    }

    @Test
    void ignoresStatesLowerThanSeen() {
        takeTask();
        TaskState old = new TaskState(
                "T1",
                TaskStateName.QUEUED,
                "chat",
                "general",
                null,
                null,
                null,
                null,
                1,
                NOW,
                0,
                null,
                null,
                null,
                null,
                null);
        hears(old);

        assertThat(agent.holdsNothing()).isFalse();
    }

    @Test
    void ignoresAnOfferOfATaskThatHasEnded() {
        signIn();
        hears(task(TaskStateName.CLOSED, ME, null));
        hears(offer(1));

        assertThat(agent.holdsNothing()).isTrue();
    }

    @Test
    void saysAfterARestoreThatHeIsThereAndEndsWhatHeStillHolds() {
        signIn();
        hears(state(AgentStateName.UNKNOWN, null));
        hears(new AgentState(
                ME,
                "chat",
                AgentStateName.ACTIVE,
                null,
                NOW,
                ++version,
                List.of(new HeldTask("T9", TaskStateName.ACTIVE))));
        comesToPass(Intent.Continue.class);

        assertThat(sent)
                .contains(
                        new AgentStateRequest(ME, "READY", "chat", null, false),
                        new TaskStateRequest("T9", "CLOSED", ME, null, null));
    }

    @Test
    void givesUpWithAWrongPasswordAndTriesAgainWhereTheDirectoryIsAway() {
        Connect connect = new Connect(ME, "secret", null, null);
        does(agent.refused(connect, Error.to(connect, Refusal.of(ErrorCode.DIRECTORY_UNAVAILABLE, "Away."), NOW)));
        assertThat(intents).containsExactly(new Intent.SignIn());
        assertThat(agent.refusal()).isNull();

        does(agent.refused(connect, Error.to(connect, Refusal.of(ErrorCode.INVALID_CREDENTIALS, "No."), NOW)));
        assertThat(agent.refusal()).isEqualTo("Connect: INVALID_CREDENTIALS");
        assertThat(agent.profile().toString()).doesNotContain("secret");
    }

    private void takeTask() {
        signIn();
        hears(offer(1));
        comesToPass(Intent.Answer.class);
        hears(task(TaskStateName.ACTIVE, ME, List.of(ME)));
        sent.clear();
    }

    private void signIn() {
        does(agent.due(new Intent.SignIn()));
        hears(new Connected(ME, "Agent.1001", Mode.STANDALONE, NOW));
        hears(state(AgentStateName.READY, null));
        sent.clear();
        intents.clear();
    }

    private void hears(Message message) {
        does(agent.on(message, NOW));
    }

    private void does(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                sent.add(send.command());
            } else if (action instanceof Action.Later later) {
                intents.add(later.intent());
            }
        }
    }

    /** The last intent of that kind falls due. */
    private void comesToPass(Class<? extends Intent> kind) {
        Intent intent = intents.stream()
                .filter(kind::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow();
        intents.remove(intent);
        does(agent.due(intent));
    }

    private AgentState state(AgentStateName state, String reason) {
        return new AgentState(ME, "chat", state, reason, NOW, ++version, null);
    }

    private TaskState task(TaskStateName state, String owner, List<String> participants) {
        return new TaskState(
                "T1",
                state,
                "chat",
                "general",
                owner,
                participants,
                null,
                null,
                1,
                NOW,
                ++version,
                null,
                null,
                null,
                null,
                null);
    }

    private static TaskAgentSelected offer(int number) {
        return new TaskAgentSelected("T1", ME, "chat", "general", number, null, Map.of(), NOW.plusSeconds(30), NOW);
    }

    private static TaskStateRequest request(String state, Integer offer) {
        return new TaskStateRequest("T1", state, ME, null, offer);
    }

    private static VirtualAgent agent(Odds odds) {
        SplittableRandom random = new SplittableRandom(1);
        Floor floor = new Floor() {
            @Override
            public String colleague(String mrd, String except, RandomGenerator generator) {
                return OTHER;
            }

            @Override
            public Arrival customerOf(String taskId) {
                return null;
            }

            @Override
            public boolean closing() {
                return false;
            }
        };
        return new VirtualAgent(
                new AgentProfile(ME, "secret", List.of("chat"), List.of()),
                Behaviour.brisk(odds, Duration.ofSeconds(4)),
                new Dice(odds, random),
                random,
                floor);
    }
}
