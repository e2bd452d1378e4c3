package org.mediarouter.directory;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which passwords were found right a moment ago. An agent connects and then logs in to each of his MRDs with the same password:
 * one bcrypt of some 50 ms is enough for that. What is kept is a keyed digest, with a key of this process alone, and for a
 * minute; a wrong password, and an agent whose password was changed, always costs the whole (decision 015).
 */
final class ProvenPasswords {
    static final Duration KEPT = Duration.ofMinutes(1);
    private static final String MAC = "HmacSHA256";

    private final Map<String, Proof> proofs = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final LongSupplier nanoTime;

    private record Proof(String hash, byte[] digest, long at) {}

    /**
     * With nothing proven.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    ProvenPasswords(LongSupplier nanoTime) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
        this.nanoTime = nanoTime;
    }

    /** Whether just this password was found right for the agent and for this bcrypt hash, less than {@link #KEPT} ago. */
    boolean has(String agentId, String hash, byte[] password) {
        Proof proof = proofs.get(agentId);
        return proof != null
                && fresh(proof)
                && proof.hash().equals(hash)
                && MessageDigest.isEqual(proof.digest(), digest(password));
    }

    void add(String agentId, String hash, byte[] password) {
        proofs.values().removeIf(proof -> !fresh(proof));
        proofs.put(agentId, new Proof(hash, digest(password), nanoTime.getAsLong()));
    }

    private boolean fresh(Proof proof) {
        return nanoTime.getAsLong() - proof.at() < KEPT.toNanos();
    }

    private byte[] digest(byte[] password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no " + MAC + ", which every Java has", e);
        }
    }
}
