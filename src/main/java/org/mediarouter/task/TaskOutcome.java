package org.mediarouter.task;

import org.jspecify.annotations.Nullable;

/** The record after an operation, and what it came to. */
public record TaskOutcome(@Nullable TaskRecord record, TaskResult result) {}
