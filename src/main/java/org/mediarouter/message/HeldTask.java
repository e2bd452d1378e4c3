package org.mediarouter.message;

/** A task that an agent holds, with the task's state: RESERVED is an offer (row 16). */
public record HeldTask(String taskId, TaskStateName state) {}
