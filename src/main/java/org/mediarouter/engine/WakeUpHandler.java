package org.mediarouter.engine;

import java.util.List;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.WakeUp;

/** The MRD's earliest deadline is due, or a node has just started and lets every MRD look at its records. */
public final class WakeUpHandler implements Handler<WakeUp> {
    private final Engine engine;

    public WakeUpHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Outgoing> handle(WakeUp wakeUp, Envelope envelope) {
        return engine.wake(wakeUp, envelope);
    }
}
