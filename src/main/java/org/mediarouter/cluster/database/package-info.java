/**
 * The database behind the shared state: a connection pool, the schema, and the tables by rows. It knows nothing of what a
 * row's record says, nor of the cluster.
 */
@NullMarked
package org.mediarouter.cluster.database;

import org.jspecify.annotations.NullMarked;
