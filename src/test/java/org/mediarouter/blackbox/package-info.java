/**
 * The whole node, seen from outside: these tests speak the protocol over the broker, and HTTP for health and metrics, and
 * know nothing else. One node serves them all.
 */
package org.mediarouter.blackbox;
