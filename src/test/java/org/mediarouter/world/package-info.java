/**
 * The whole system without broker, cluster and clock: handlers, engine and records in one thread and simulated time, so
 * that a history is repeated by its seed.
 */
@org.jspecify.annotations.NullMarked
package org.mediarouter.world;
