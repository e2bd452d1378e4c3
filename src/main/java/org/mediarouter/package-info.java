/** Routes the tasks of a contact centre to its agents. Each package below this one is one capability. */
@org.jspecify.annotations.NullMarked
package org.mediarouter;
