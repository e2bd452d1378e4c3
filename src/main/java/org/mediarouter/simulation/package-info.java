/**
 * A contact centre in simulated time (routing, section 4): the routing engine itself decides, customers come from a file or
 * a generator, agents answer, handle and wrap up. Nothing here decides who takes which task.
 *
 * <p>{@link org.mediarouter.simulation.Simulation} is one run; {@link org.mediarouter.simulation.Replications} makes several of a
 * {@link org.mediarouter.simulation.Plan}, each with its own seed; {@link org.mediarouter.simulation.Report} and {@link
 * org.mediarouter.simulation.Comparison} say what came of it, and how sure that is.
 */
@org.jspecify.annotations.NullMarked
package org.mediarouter.simulation;
