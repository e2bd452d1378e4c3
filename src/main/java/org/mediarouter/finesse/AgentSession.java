package org.mediarouter.finesse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.finesse.FinesseFault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agent at Finesse, as this node holds him: the XMPP session, and what is known of his state. */
final class AgentSession implements XmppSession.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(AgentSession.class);

    /** Refusals that nobody has asked for, since their command was given at another node. */
    private static final int REMEMBERED_ERRORS = 8;

    private final Tools tools;
    private final KnownState state;
    private volatile Credentials agent;
    private volatile String extension;
    private volatile @Nullable XmppSession xmpp;
    private volatile boolean closed;
    /** By request; guarded by itself. */
    private final Map<String, ApiError> errors = new LinkedHashMap<>();

    private volatile Instant begun;

    // For the clock that drives the session; see Sessions.
    final Rhythm rhythm;

    AgentSession(Tools tools, Credentials agent, String extension, Rhythm rhythm) {
        this.tools = tools;
        this.agent = agent;
        this.extension = extension;
        this.rhythm = rhythm;
        state = new KnownState(agent.agentId(), tools);
        begun = tools.clock().instant();
    }

    String agentId() {
        return agent.agentId();
    }

    Credentials credentials() {
        return agent;
    }

    /** Whether it began, or was renewed, so long ago that the command which did so has been dealt with. */
    boolean settled() {
        return tools.clock().instant().isAfter(begun.plusSeconds(30));
    }

    String extension() {
        return extension;
    }

    /** The agent has connected again, perhaps with another password or from another desk, and Finesse has agreed. */
    void renew(Credentials next, String nextExtension) {
        agent = next;
        extension = nextExtension;
        begun = tools.clock().instant();
    }

    boolean live() {
        XmppSession session = xmpp;
        return session != null && session.alive();
    }

    boolean closed() {
        return closed;
    }

    /** Whether Finesse has said, in this session or one before it here, that the agent is signed out. */
    boolean out() {
        return state.out();
    }

    boolean wantsReading() {
        return state.doubted();
    }

    /** Whether the side that it is connected to has been given up for another. */
    boolean leftBehind() {
        XmppSession session = xmpp;
        return session != null && tools.sides().leftBehind(session.side());
    }

    /**
     * Begins an XMPP session at the side in use, in place of one that may be there; from then on what is heard counts.
     *
     * @throws FinesseFault CREDENTIALS, or AWAY
     */
    void open() throws FinesseFault {
        XmppSession before = xmpp;
        if (before != null) {
            before.abandon();
        }
        XmppSession opened = XmppSession.open(
                tools.sides().current(),
                agent,
                tools.sockets(),
                tools.settings().patience(),
                this);
        tools.counts().opened.increment();
        xmpp = opened;
        if (closed) {
            opened.close();
        }
    }

    /**
     * Reads the agent's state, and reports it.
     *
     * @param wanted whether the agent is to be signed in again if Finesse has lost him
     * @throws FinesseFault it can't be read
     */
    FinesseUser read(boolean wanted) throws FinesseFault {
        state.readingBegins();
        @Nullable FinesseUser user = null;
        try {
            FinesseRest rest = tools.sides().current().rest();
            user = rest.user(agent);
            if (wanted && user.loggedOut()) {
                user = new Asking(rest, agent, this, tools.settings().patience()).signIn(extension, user);
            }
            return user;
        } finally {
            state.readingEnds(user);
        }
    }

    /** The agent's state, as a command that was carried out found it. */
    void learn(FinesseUser user) {
        state.learn(user);
    }

    @Override
    public void heard(String payload) {
        Notification notification;
        try {
            notification = Notification.of(payload);
        } catch (Xml.Unreadable e) {
            tools.counts().unreadable.increment();
            LOG.warn(
                    "A notification about agent {} can't be read: {}; the state is read instead",
                    agentId(),
                    e.getMessage());
            state.doubt();
            return;
        }
        tools.counts().notifications.increment();
        if (notification.error() != null && !notification.requestId().isEmpty()) {
            remember(notification.requestId(), notification.error());
        }
        FinesseUser user = notification.user();
        if (user == null || !(user.id().isEmpty() || user.id().equals(agentId()))) {
            return;
        }
        if (!user.known() || user.stateChangeTime() == null) {
            tools.counts().unreadable.increment();
            LOG.warn(
                    "A notification says of agent {} what can't be used (state {}); the state is read instead",
                    agentId(),
                    user.known() ? user.state() + " without a time" : "unknown");
            state.doubt();
            return;
        }
        state.heard(user);
    }

    private void remember(String requestId, ApiError error) {
        synchronized (errors) {
            errors.put(requestId, error);
            if (errors.size() > REMEMBERED_ERRORS) {
                errors.remove(errors.keySet().iterator().next());
            }
        }
    }

    /** Why a request that had been accepted came to nothing; null while nothing is known. */
    @Nullable
    ApiError errorOf(String requestId) {
        synchronized (errors) {
            return errors.remove(requestId);
        }
    }

    @Override
    public void lost(String why, boolean conflict) {
        if (closed) {
            return;
        }
        tools.counts().lost.increment();
        LOG.info("The XMPP session of agent {} has ended: {}", agentId(), why);
        rhythm.lost(tools.clock().instant(), conflict);
    }

    @Override
    public void finesse(boolean present) {
        // Whatever it was, the state may have changed without a word.
        state.doubt();
        if (!present) {
            rhythm.suspect();
        }
    }

    /** Asks for a sign of life. */
    void ping() {
        XmppSession session = xmpp;
        if (session != null) {
            session.ping();
        }
    }

    /** Without a word, so that it is opened anew. */
    void drop(String why) {
        XmppSession session = xmpp;
        if (session != null) {
            session.abandon();
            lost(why, false);
        }
    }

    /** Ends the session; the agent's state at Finesse is left as it is. */
    void close() {
        closed = true;
        state.silence();
        XmppSession session = xmpp;
        if (session != null) {
            session.close();
        }
    }

    /** Ends the session of an agent whom Finesse doesn't let in any more: nobody knows his state. */
    void giveUp() {
        state.lost();
        LOG.error(
                "Finesse refuses the password of agent {}, which it had accepted; it is not tried again. The agent has to"
                        + " connect anew",
                agentId());
        close();
    }

    static boolean permanent(FinesseFault fault) {
        return fault.kind() == Kind.CREDENTIALS;
    }
}
