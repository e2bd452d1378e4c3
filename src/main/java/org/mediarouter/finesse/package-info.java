/**
 * The contact-centre mode: agents of a Cisco Finesse who take calls there and chats through us. Sign-in and state changes
 * go over REST; XMPP notifications, reconciled by reading, say how an agent stands. What is known of an agent leaves here
 * as a report; nothing here changes an agent's record.
 */
@NullMarked
package org.mediarouter.finesse;

import org.jspecify.annotations.NullMarked;
