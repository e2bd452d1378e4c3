package org.mediarouter.assignment;

import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.task.TaskOperation;

/** What an MRD's settings mean for an agent and for a task. */
public final class Terms {
    private Terms() {}

    /** For an agent who logs in to the MRD. */
    public static org.mediarouter.agent.Terms forAgent(Configuration configuration, String agentId, Mrd mrd) {
        return new org.mediarouter.agent.Terms(
                configuration.capacity(agentId, mrd.id()),
                mrd.interruptible(),
                mrd.onInterrupt() == OnInterrupt.REQUEUE,
                mrd.concurrent(),
                mrd.unknownFor());
    }

    /** For what a client may ask of a task. */
    public static TaskOperation.Terms forTask(Mrd mrd) {
        TaskOperation.WrapUp wrapUp = switch (mrd.wrapUp()) {
            case NONE -> TaskOperation.WrapUp.NONE;
            case OPTIONAL -> TaskOperation.WrapUp.OPTIONAL;
            case REQUIRED -> TaskOperation.WrapUp.REQUIRED;
        };
        return new TaskOperation.Terms(wrapUp, mrd.wrapUpWithin(), mrd.acceptWithin());
    }
}
