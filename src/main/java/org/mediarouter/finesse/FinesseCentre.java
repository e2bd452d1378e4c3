package org.mediarouter.finesse;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.agent.Seat;
import org.mediarouter.agent.Seats;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finesse, as directory of the contact centre's agents and as the one who routes their calls.
 *
 * <p>Connect: the password is tried once, by reading the agent over REST; then the XMPP session, with presence and
 * subscriptions; then the sign-in with the extension, so that nothing that follows from it is missed.
 */
public final class FinesseCentre implements AgentDirectory, ContactCentre, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FinesseCentre.class);
    private static final Refusal INVALID =
            Refusal.of(ErrorCode.INVALID_CREDENTIALS, "Finesse doesn't know the agent, or the password is wrong.");
    private static final Refusal NO_EXTENSION = Refusal.ofMember(
            ErrorCode.MISSING_EXTENSION, "Extension", "An agent of the contact centre needs an Extension.");
    private static final Refusal NOT_CONNECTED = Refusal.of(
            ErrorCode.AGENT_NOT_CONNECTED, "The agent has no session with the contact centre: Connect comes first.");

    private final Tools tools;
    private final Sessions sessions;
    private final Seats seats;
    private final Secrets secrets;
    private final ExecutorService answers;

    private FinesseCentre(Tools tools, Seats seats, Secrets secrets, KnownAgents known, ExecutorService answers) {
        this.tools = tools;
        this.seats = seats;
        this.secrets = secrets;
        this.answers = answers;
        this.sessions = new Sessions(tools, seats, secrets, known);
    }

    /**
     * Begins; that Finesse is there is not needed.
     *
     * @param known what our own records say
     * @throws IllegalArgumentException the trust store can't be used
     */
    public static FinesseCentre open(
            FinesseSettings settings, Seats seats, Secrets secrets, Reports reports, KnownAgents known, Clock clock) {
        SSLContext trust = Trust.of(settings.trustStore(), settings.trustStorePassword());
        ExecutorService answers = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "finesse-rest");
            thread.setDaemon(true);
            return thread;
        });
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(settings.patience())
                .executor(answers)
                .build();
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < settings.rest().size(); i++) {
            String[] xmpp = settings.xmpp().get(i).split(":", 2);
            FinesseRest rest = new FinesseRest(client, settings.rest().get(i), settings.patience());
            sides.add(new Side(rest, xmpp[0], Integer.parseInt(xmpp[1]), settings.domain()));
        }
        SocketFactory sockets = settings.tls() ? new DirectTls(trust.getSocketFactory()) : SocketFactory.getDefault();
        Tools tools = new Tools(settings, new Sides(sides, clock), sockets, reports, new Counts(), clock);
        return new FinesseCentre(tools, seats, secrets, known, answers);
    }

    @Override
    public AgentDirectory.Answer connect(String agentId, String password, @Nullable String extension) {
        if (extension == null) {
            return new AgentDirectory.Answer.Refused(NO_EXTENSION);
        }
        Credentials agent = new Credentials(agentId, password);
        try {
            FinesseUser user = tools.sides().current().rest().user(agent);
            OutsideState state = signIn(agent, extension, user).report(true);
            return new AgentDirectory.Answer.Welcome(Mode.CC, state);
        } catch (FinesseFault fault) {
            return new AgentDirectory.Answer.Refused(refusal(fault, true));
        }
    }

    /**
     * The seat is taken when Finesse has let the agent in, not before: whoever holds him goes on to do so after a refusal, with
     * the extension and the password that were accepted.
     */
    private FinesseUser signIn(Credentials agent, String extension, FinesseUser user) throws FinesseFault {
        AgentSession present = sessions.get(agent.agentId());
        if (present != null && present.live()) {
            FinesseUser in = asked(agent, present, asking -> asking.signIn(extension, user));
            synchronized (sessions.turn(agent.agentId())) {
                take(agent, extension);
                present.renew(agent, extension);
                if (!present.closed()) {
                    return in;
                }
            }
            // It has just ended, because another node had the seat.
        }
        AgentSession session = sessions.prepare(agent, extension);
        // Meanwhile the clock doesn't reopen one that is there: Finesse has one session for an agent.
        boolean still = present != null && present.rhythm.begin();
        boolean done = false;
        try {
            session.open();
            FinesseUser in = asked(agent, session, asking -> asking.signIn(extension, user));
            synchronized (sessions.turn(agent.agentId())) {
                take(agent, extension);
                sessions.hold(session);
            }
            session.rhythm.opened();
            done = true;
            return in;
        } finally {
            if (!done) {
                session.close();
            }
            if (present != null && still) {
                present.rhythm.end();
            }
            session.rhythm.end();
        }
    }

    private void take(Credentials agent, String extension) {
        seats.take(agent.agentId(), extension, secrets.seal(agent.agentId(), agent.password()));
    }

    @Override
    public AgentDirectory.Answer verify(String agentId, String password) {
        Seat seat = seats.get(agentId);
        if (seat != null && same(password, seat)) {
            return new AgentDirectory.Answer.Welcome(Mode.CC);
        }
        try {
            // Another than at Connect: it may have been changed since. Or nobody knows it here. One attempt.
            tools.sides().current().rest().user(new Credentials(agentId, password));
            return new AgentDirectory.Answer.Welcome(Mode.CC);
        } catch (FinesseFault fault) {
            return new AgentDirectory.Answer.Refused(refusal(fault, true));
        }
    }

    private boolean same(String password, Seat seat) {
        try {
            String known = secrets.open(seat.agentId(), seat.sealed());
            return MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
        } catch (Secrets.Unreadable e) {
            LOG.error("The password of agent {} {}", seat.agentId(), e.getMessage());
            return false;
        }
    }

    @Override
    public ContactCentre.Answer ask(String agentId, Wish wish) {
        Seat seat = seats.get(agentId);
        if (seat == null) {
            return new ContactCentre.Answer.Refused(NOT_CONNECTED);
        }
        @Nullable AgentSession session = sessions.get(agentId);
        try {
            Credentials agent = session == null
                    ? new Credentials(agentId, secrets.open(agentId, seat.sealed()))
                    : session.credentials();
            FinesseUser now = tools.sides().current().rest().user(agent);
            FinesseUser then = asked(agent, session, asking -> carry(asking, wish, now, seat));
            boolean wanted = !(wish instanceof Wish.SignOut);
            if (wanted != seat.wanted()) {
                seats.want(agentId, wanted);
            }
            return new ContactCentre.Answer.Done(then.outcome());
        } catch (FinesseFault fault) {
            return new ContactCentre.Answer.Refused(refusal(fault, false));
        } catch (Secrets.Unreadable e) {
            LOG.error("The password of agent {} {}", agentId, e.getMessage());
            return new ContactCentre.Answer.Refused(Refusal.of(
                    ErrorCode.DIRECTORY_UNAVAILABLE,
                    "The contact centre can't be asked for the agent: his password " + e.getMessage()));
        }
    }

    private static FinesseUser carry(Asking asking, Wish wish, FinesseUser now, Seat seat) throws FinesseFault {
        if (wish instanceof Wish.SignIn) {
            return asking.signIn(seat.extension(), now);
        }
        if (wish instanceof Wish.Ready) {
            return asking.ready(now);
        }
        if (wish instanceof Wish.NotReady notReady) {
            return asking.notReady(now, notReady.reasonCodeId());
        }
        Wish.SignOut out = (Wish.SignOut) wish;
        return asking.signOut(now, out.force(), out.reasonCodeId());
    }

    @FunctionalInterface
    private interface Question {
        FinesseUser put(Asking asking) throws FinesseFault;
    }

    private FinesseUser asked(Credentials agent, @Nullable AgentSession session, Question question)
            throws FinesseFault {
        FinesseRest rest = tools.sides().current().rest();
        FinesseUser user =
                question.put(new Asking(rest, agent, session, tools.settings().patience()));
        if (session != null) {
            session.learn(user);
        }
        return user;
    }

    private Refusal refusal(FinesseFault fault, boolean signingIn) {
        String told = "The contact centre refuses: " + fault.getMessage() + ".";
        return switch (fault.kind()) {
            case CREDENTIALS -> INVALID;
            case AWAY -> {
                tools.sides().refresh();
                yield Refusal.of(
                        ErrorCode.DIRECTORY_UNAVAILABLE, "The contact centre is away: " + fault.getMessage() + ".");
            }
            case REFUSED -> {
                ApiError error = fault.error();
                if (signingIn && error != null && error.type().endsWith("Not Found")) {
                    yield INVALID;
                }
                yield error != null && error.device()
                        ? Refusal.ofMember(ErrorCode.INVALID_MEMBER, "Extension", told)
                        : Refusal.of(
                                signingIn ? ErrorCode.DIRECTORY_UNAVAILABLE : ErrorCode.INVALID_STATE_TRANSITION, told);
            }
        };
    }

    /** Whether a side of Finesse is in service, as last heard. */
    public boolean available() {
        return tools.sides().available();
    }

    /** How many agents this node holds, and how many of them have a live session. */
    public long held() {
        return sessions.count();
    }

    /** How many of the agents that this node holds have a live session. */
    public long live() {
        return sessions.live();
    }

    public Counts counts() {
        return tools.counts();
    }

    @Override
    public void close() {
        sessions.close();
        answers.shutdownNow();
    }
}
