package org.mediarouter.finesse;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to believe that he is Finesse. */
public final class Trust {
    private Trust() {}

    /**
     * The certificates of a trust store.
     *
     * @param store null: those that Java trusts
     * @throws IllegalArgumentException it can't be read; the message says why
     */
    public static SSLContext of(@Nullable Path store, String password) {
        try {
            if (store == null) {
                return SSLContext.getDefault();
            }
            KeyStore trusted = KeyStore.getInstance(store.toFile(), password.toCharArray());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the trust store " + store + " can't be used: " + e.getMessage(), e);
        }
    }
}
