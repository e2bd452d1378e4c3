package org.mediarouter;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mediarouter.agent.AgentTransitions;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskTable;

/** docs/states.md: the states as the code has them, in words of a contact centre. */
final class StatesDocument {
    private static final Map<AgentStateName, String> AGENT = new EnumMap<>(Map.ofEntries(
            Map.entry(AgentStateName.LOGOUT, "not logged in to the MRD"),
            Map.entry(AgentStateName.LOGIN, "just signed in; passes at once"),
            Map.entry(AgentStateName.NOT_READY, "gets no task"),
            Map.entry(AgentStateName.READY, "gets tasks, has none"),
            Map.entry(AgentStateName.RESERVED, "has offers, none accepted yet, nothing else"),
            Map.entry(AgentStateName.ACTIVE, "has accepted at least one task, and there is room for more"),
            Map.entry(AgentStateName.BUSY, "holds the most tasks allowed, at least one accepted"),
            Map.entry(AgentStateName.WORK_READY, "only wrap-up work is left (and offers made before)"),
            Map.entry(AgentStateName.PENDING_NOT_READY, "asked for NOT_READY while holding tasks: gets no more"),
            Map.entry(AgentStateName.INTERRUPTED, "a task in a non-interruptible MRD came first"),
            Map.entry(
                    AgentStateName.UNKNOWN, "after a Chat Server's restore: nobody is sure that the agent is there")));

    private static final Map<TaskStateName, List<String>> TASK = new EnumMap<>(Map.of(
            TaskStateName.QUEUED, List.of("waits for an agent", "Expires after `expiresAfter`: `NO_AGENT_AVAILABLE`."),
            TaskStateName.RESERVED,
                    List.of(
                            "offered to an agent",
                            "Back to QUEUED with `RONA` (not accepted within `acceptWithin`), `REJECTED`, `AGENT_LOGOUT`,"
                                    + " `RESTORE`, `INTERRUPTED`."),
            TaskStateName.ACTIVE,
                    List.of(
                            "an agent works on it",
                            "Back to QUEUED with `TRANSFERRED`, `AGENT_LOGOUT`, `INTERRUPTED`."),
            TaskStateName.PAUSED, List.of("set aside by the agent", "As ACTIVE."),
            TaskStateName.WRAP_UP,
                    List.of(
                            "conversation over, after-work",
                            "Closes by itself after `wrapUpWithin`: `WRAP_UP_EXPIRED`."),
            TaskStateName.CLOSED, List.of("final", "Leaves memory after 10 minutes and is then read from the store.")));

    private static final Map<Asked, List<String>> ASKED = new EnumMap<>(Map.of(
            Asked.ACTIVE, List.of("accept the offer; resume; re-open", "who is offered; the owner"),
            Asked.REJECTED, List.of("decline the offer", "who is offered"),
            Asked.PAUSED, List.of("set it aside", "the owner"),
            Asked.WRAP_UP, List.of("conversation over; not where the MRD has `wrapUp: none`", "the owner"),
            Asked.CLOSED,
                    List.of(
                            "without `AgentId`, or with reason `CANCELLED`: ends it for all. With `AgentId`: that agent"
                                    + " leaves, the last one closes it. Where the MRD has `wrapUp: required`, a conversation"
                                    + " goes to WRAP_UP first",
                            "anybody; with `AgentId` who is on the task")));

    private StatesDocument() {}

    static String write() {
        StringBuilder out = new StringBuilder();
        out.append("""
                # Agent and task states

                Printed from the code by `StatesDocumentTest`; after a change of the states:
                `mvn test -Dtest=StatesDocumentTest -Dregenerate=true`.

                ## Agent

                One state for each Media Routing Domain (MRD). It is a function of a few facts, the first line that fits:

                1. not logged in: LOGOUT; unsure: UNKNOWN; interrupted: INTERRUPTED
                2. holds nothing: READY or NOT_READY, as asked
                3. asked for NOT_READY: PENDING_NOT_READY
                4. has accepted none: RESERVED
                5. only wrap-up (and offers): WORK_READY
                6. holds as many as allowed: BUSY, else ACTIVE

                Offered, active, paused and wrap-up tasks and conferences all count as held. New offers come in READY, RESERVED
                and ACTIVE only, while there is room. What follows from the rule, for agents with room for up to four tasks:

                | state | meaning | leads, of itself or as asked, to | by interruption, restore or LOGOUT with `Force` |
                |---|---|---|---|
                """);
        AgentTransitions transitions = AgentTransitions.explore();
        for (AgentStateName state : AgentStateName.values()) {
            row(
                    out,
                    state,
                    AGENT.get(state),
                    names(transitions.ofItself(state)),
                    names(transitions.fromOutside(state)));
        }
        out.append("""

                - RONA (ring on no answer): the offers go back to their queues at their old places, and the agent is NOT_READY with
                  reason `RONA`; PENDING_NOT_READY where he holds other tasks.
                - From UNKNOWN, READY and NOT_READY lead to what the tasks that the agent kept make of it; without an answer the
                  agent is logged out after `unknownFor`.
                - INTERRUPTED ends with the last accepted task in a non-interruptible MRD. Readiness may be asked for meanwhile; it
                  counts afterwards.
                - LOGOUT without `Force` is possible from NOT_READY and UNKNOWN, holding nothing.

                ## Task

                | state | meaning | may become | by itself, and why |
                |---|---|---|---|
                """);
        for (TaskStateName state : TaskStateName.values()) {
            List<String> words = TASK.getOrDefault(state, List.of("", ""));
            row(out, state, words.get(0), names(TaskTable.mayBecome(state)), words.get(1));
        }
        out.append("""

                What a Chat Server may ask for with `TaskState`:

                | asked for | meaning | allowed from | by whom |
                |---|---|---|---|
                """);
        for (Asked asked : Asked.values()) {
            List<String> words = ASKED.getOrDefault(asked, List.of("", ""));
            row(out, asked, words.get(0), names(TaskTable.allowedFrom(asked)), words.get(1));
        }
        out.append("""

                - Asking for the state that the task has is answered and changes nothing. Other than that, in this order:
                  a CLOSED task is `INVALID_TASK_STATE`; an answer to an offer that was withdrawn is `OFFER_EXPIRED`; an agent who is
                  not on the task is `NOT_ON_TASK`; a participant asking for what only the owner may is `NOT_TASK_OWNER`; what is not
                  in the table is `INVALID_TASK_STATE`.
                - With `transferMode: offer` the owner keeps the task, in its state, while the recipient is offered it. ACTIVE and
                  REJECTED with the recipient's `AgentId` answer the offer; WRAP_UP and CLOSED withdraw it.
                - A task has one id from beginning to end, and its first queueing time is its place in every queue. Steps and expiry
                  count from its last entry into a queue other than by RONA or rejection.
                """);
        return out.toString();
    }

    private static void row(StringBuilder out, Object... cells) {
        out.append("| ")
                .append(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String names(Collection<? extends Enum<?>> states) {
        return states.isEmpty()
                ? "-"
                : states.stream()
                        .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
    }
}
