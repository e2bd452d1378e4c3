package org.mediarouter.agent;

/** The record after an operation, and what it came to. */
public record AgentOutcome(AgentRecord record, AgentResult result) {}
