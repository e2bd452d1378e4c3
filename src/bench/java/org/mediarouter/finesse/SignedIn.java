package org.mediarouter.finesse;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.mediarouter.chaos.site.NodeProcess;
import org.mediarouter.chaos.site.Site;
import org.mediarouter.finesse.ChatSide.Heard;

/** The agents of a fake Finesse who are signed in there by way of nodes of ours: what Finesse and the Chat Server see of them. */
final class SignedIn implements AutoCloseable {
    /** From here on it is not slow but broken. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String ROUTING = """
            mediaRoutingDomains:
              - {id: chat, maxTasks: 3, interruptible: true, blend: true}
              - {id: voice, external: true}
            queues:
              - {id: chats, mrd: chat, steps: [{when: "true"}]}
            agents:
            """;

    private final FakeCentre fake;
    private final ChatSide chat;

    private SignedIn(FakeCentre fake, ChatSide chat) {
        this.fake = fake;
        this.chat = chat;
    }

    /** The content of {@code config/routing.yaml} for these agents. */
    static String routing(List<String> agents) {
        StringBuilder routing = new StringBuilder(ROUTING);
        agents.forEach(agent ->
                routing.append("  - {id: \"").append(agent).append("\", mode: cc, mrds: {chat: {}, voice: {}}}\n"));
        return routing.toString();
    }

    /** Sends Connect for all agents at once; returns when each has been let in. */
    static SignedIn connect(FakeCentre fake, Site site) throws Exception {
        String url = site.forChatServer().url();
        ChatSide chat = new ChatSide(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)), List.of());
        SignedIn all = new SignedIn(fake, chat);
        for (String agent : fake.agents) {
            chat.send(
                    "Connect",
                    "AgentId",
                    agent,
                    "Password",
                    FakeCentre.PASSWORD,
                    "Extension",
                    FakeCentre.extension(agent),
                    "Destination",
                    "ChatServer");
        }
        await(
                "all agents are connected",
                () -> all.heardOf(heard -> heard.type().equals("Connected")) == fake.agents.size());
        chat.forget();
        return all;
    }

    /** How many agents the Chat Server has heard such a thing of. */
    private long heardOf(Predicate<Heard> what) {
        Set<String> agents = new HashSet<>();
        for (Heard heard : chat.all()) {
            if (heard.type().equals("Error")) {
                throw new IllegalStateException("the node answers " + heard.body());
            }
            if (what.test(heard)) {
                agents.add(heard.text("AgentId"));
            }
        }
        return agents.size();
    }

    /**
     * Does something to Finesse or to nodes of ours, and waits until Finesse has seen a new session of each agent, and these
     * nodes together count each as live.
     *
     * @return seconds to the last of the sessions
     */
    double heldAgainAfter(NodeProcess node, Callable<?> disaster) throws Exception {
        Map<String, Long> before = new HashMap<>();
        fake.agents.forEach(agent -> before.put(agent, sessionsBegun(agent)));
        long begun = System.nanoTime();
        disaster.call();
        await(
                "all agents have a new session",
                () -> before.entrySet().stream().allMatch(one -> sessionsBegun(one.getKey()) > one.getValue()));
        double seconds = since(begun);
        await("the node counts all agents as live", () -> live(node) == fake.agents.size());
        return seconds;
    }

    private long sessionsBegun(String agent) {
        return fake.finesse.seen().of("xmpp-session", agent);
    }

    /** How many agents this node holds a living session of. */
    static int live(NodeProcess node) {
        return node.health().findValue("finesse.live") == null
                ? 0
                : node.health().findValue("finesse.live").asInt();
    }

    /**
     * Each agent is called.
     *
     * @return seconds until the Chat Server has heard RESERVED of all of them
     */
    double eachIsCalled() {
        chat.forget();
        long begun = System.nanoTime();
        fake.agents.forEach(fake.finesse::call);
        await(
                "the Chat Server hears of all calls",
                () -> heardOf(heard -> heard.is("voice", "RESERVED")) == fake.agents.size());
        double seconds = since(begun);
        fake.agents.forEach(fake.finesse::endCall);
        await(
                "the Chat Server hears of their ends",
                () -> heardOf(heard -> heard.is("voice", "NOT_READY")) == fake.agents.size());
        chat.forget();
        return seconds;
    }

    static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    static void await(String what, Callable<Boolean> done) {
        Awaitility.await(what)
                .atMost(LONGEST)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(done);
    }

    @Override
    public void close() throws Exception {
        chat.close();
    }
}
