package org.mediarouter.finesse;

import java.util.List;

/** The suite, with a real XMPP server between Finesse and us. */
class FinesseOnProsodyIT extends FinesseSuite {
    @Override
    Peer peer(List<String> agents) throws Exception {
        return Peer.onProsody(agents);
    }
}
