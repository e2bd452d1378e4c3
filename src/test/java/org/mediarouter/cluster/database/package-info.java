@NullMarked
package org.mediarouter.cluster.database;

import org.jspecify.annotations.NullMarked;
