package org.mediarouter.chatserver;

/** What somebody has in mind to do at some time. Whether it still makes sense is decided then. */
sealed interface Intent {
    /** Connect, and log in to every MRD. */
    record SignIn() implements Intent {}

    record BeginShift() implements Intent {}

    record EndShift() implements Intent {}

    /** Be ready again after a break. */
    record EndBreak() implements Intent {}

    /** Be ready again in an MRD where the system, or a failed sign-in, has made the agent not ready. */
    record BackToWork(String mrd) implements Intent {}

    /** Log out whatever is held. */
    record LeaveAtOnce() implements Intent {}

    /** Accept or decline an offer. */
    record Answer(String taskId, int offer, boolean accept) implements Intent {}

    /** Forget an offer that ran out. */
    record Forget(String taskId, int offer) implements Intent {}

    /** The next step with a task, unless its plan has changed since. */
    record Continue(String taskId, int generation) implements Intent {}

    /** A customer's patience is over. */
    record GiveUp(String requestId) implements Intent {}
}
