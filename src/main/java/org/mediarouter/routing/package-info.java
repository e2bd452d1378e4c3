/**
 * The pure routing engine: which agent gets which task, and when. No clock, thread, random source, broker or cluster in
 * here: times and seeds come in with the events (routing, section 3).
 */
@org.jspecify.annotations.NullMarked
package org.mediarouter.routing;
