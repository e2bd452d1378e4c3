package org.mediarouter.finesse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mediarouter.finesse.*}.
 *
 * @param rest the REST interface of each side, A first, for example {@code https://finesse-a:8445/finesse/api}
 * @param xmpp {@code host:port} of each side's notification service, in the same order
 * @param domain of XMPP; empty: as each side's SystemInfo says
 * @param tls whether XMPP is encrypted from the first byte; then the certificate, with its host, is verified
 * @param trustStore whom to trust (PKCS12 or JKS); null: whom Java trusts
 * @param poll how often an agent's state is read, though nothing was heard: notifications can be lost
 * @param ping how often an XMPP session must give a sign of life; twice without one, and it is over
 * @param patience how long an answer, or an effect, may take
 */
public record FinesseSettings(
        List<String> rest,
        List<String> xmpp,
        String domain,
        boolean tls,
        @Nullable Path trustStore,
        String trustStorePassword,
        Duration poll,
        Duration ping,
        Duration patience) {
    public FinesseSettings {
        rest = List.copyOf(rest);
        xmpp = List.copyOf(xmpp);
    }

    /** Whether there is a contact centre at all. */
    public boolean configured() {
        return !rest.isEmpty();
    }

    /** Without the trust store's password. */
    @Override
    public String toString() {
        return "FinesseSettings[rest=" + rest + ", xmpp=" + xmpp + ", domain=" + domain + ", tls=" + tls + "]";
    }
}
