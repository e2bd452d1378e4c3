/** Who works and who comes: the reference Chat Server on a contact centre made for the run, with all that it sees noted. */
@NullMarked
package org.mediarouter.chaos.load;

import org.jspecify.annotations.NullMarked;
