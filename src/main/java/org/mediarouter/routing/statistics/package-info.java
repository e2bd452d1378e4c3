/** Figures of queues, agents and Media Routing Domains, derived from events alone: the same events give the same figures. */
@org.jspecify.annotations.NullMarked
package org.mediarouter.routing.statistics;
