package org.mediarouter.chatserver;

import java.time.Duration;
import org.mediarouter.message.Command;

/** What an agent or a customer does next. */
sealed interface Action {
    /** A command to {@code General}. */
    record Send(Command command) implements Action {}

    /** To be reminded of an intent after a while. */
    record Later(Duration delay, Intent intent) implements Action {}
}
