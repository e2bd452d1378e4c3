package org.mediarouter.finesse;

import java.util.List;

/** The suite, with the notification service of {@code media-router fake-finesse}. */
class ContactCentreInProcessIT extends ContactCentreSuite {
    @Override
    Peer peer(List<String> agents) throws Exception {
        return Peer.inProcess(agents);
    }
}
