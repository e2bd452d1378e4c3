package org.mediarouter.routing.model;

import java.time.Duration;

/**
 * What a queue's service is measured by.
 *
 * @param threshold within which a task should be answered
 */
public record ServiceLevel(Duration threshold, ServiceLevelType type) {}
