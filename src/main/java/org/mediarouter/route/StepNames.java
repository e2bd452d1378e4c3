package org.mediarouter.route;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mediarouter.message.Codec;

/** The steps that routes may call, for those who check routes without having the steps themselves. */
final class StepNames {
    private static final List<String> SHARED = List.of(
            "receive-general",
            "receive-sign-in",
            "receive-routing-engine",
            "receive-communication-server",
            "decode-command",
            "follow-sign-in",
            "send",
            "unknown-type",
            "await-turn",
            "leave-line",
            "decode-sign-in-done",
            "close-line",
            "refuse-malformed",
            "give-up",
            "expire",
            "note-failure");

    private static final List<String> ENGINE =
            List.of("AgentState", "TaskState", "NewTask", "WakeUp", "Conference", "Transfer");

    private static final List<String> RELAYED = List.of(
            "TaskAgentSelected",
            "AgentState",
            "TaskState",
            "TaskConferenced",
            "TaskAgentTransferred",
            "TaskQueued",
            "OutsideStateChanged",
            "Error");

    private StepNames() {}

    static Set<String> all() {
        Set<String> all = new TreeSet<>(SHARED);
        Codec.commandTypes().forEach(type -> all.add("handle-general." + type));
        ENGINE.forEach(type -> both(all, "routing-engine." + type));
        RELAYED.forEach(type -> both(all, "communication-server." + type));
        return all;
    }

    private static void both(Set<String> all, String leg) {
        all.add("decode-" + leg);
        all.add("handle-" + leg);
    }
}
