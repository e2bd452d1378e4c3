package org.mediarouter.chaos.checker;

import java.util.ArrayList;
import java.util.List;

/** G2: a task is in exactly one state at a time, and ends in exactly one final state. */
final class OneEnd implements Guarantee {
    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        for (TaskStory task : evidence.tasks.values()) {
            for (TaskStory.State other : task.contradictions()) {
                found.add(new Violation(
                        "G2",
                        other.time(),
                        "version " + other.version() + " of task " + task.id() + " is two states",
                        task.version(other.version()).seen() + " and " + other.seen()));
            }
            List<TaskStory.State> closed =
                    task.states().stream().filter(TaskStory.State::closed).toList();
            if (closed.size() > 1) {
                found.add(new Violation(
                        "G2",
                        closed.get(1).time(),
                        "task " + task.id() + " ended " + closed.size() + " times",
                        closed.toString()));
            }
            if (!closed.isEmpty() && !task.last().closed()) {
                found.add(new Violation(
                        "G2",
                        task.last().time(),
                        "task " + task.id() + " was " + task.last().name() + " after its end",
                        closed.get(0).seen() + " and " + task.last().seen()));
            }
            if (closed.isEmpty() && evidence.ended != null) {
                found.add(new Violation(
                        "G2",
                        evidence.ended,
                        "task " + task.id() + " has no end",
                        task.last().seen().toString()));
            }
        }
        return found;
    }
}
