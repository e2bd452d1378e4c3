/** What routing is told of a contact centre: attributes, Media Routing Domains, precision queues, agents (routing, section 1). */
@org.jspecify.annotations.NullMarked
package org.mediarouter.routing.model;
