package org.mediarouter.finesse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Agents' passwords, encrypted with AES-GCM under one key that all nodes have. What is sealed for one agent can't be opened
 * for another, and shows it if it has been changed.
 */
public final class Secrets {
    /** What was sealed can't be opened; the message says why, what to look at, and nothing of the password or the key. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message + ". Is the secret key the same on all nodes?");
        }
    }

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Secrets(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * With a key.
     *
     * @param base64 32 bytes in Base64, as {@code openssl rand -base64 32} makes them
     * @throws IllegalArgumentException it is something else; the message says what would be right, and nothing of the key
     */
    public static Secrets of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key is not Base64");
        }
        if (bytes.length != 32) {
            throw new IllegalArgumentException("the key has " + bytes.length + " bytes instead of 32");
        }
        return new Secrets(bytes);
    }

    /**
     * With the key in a file.
     *
     * @throws IllegalArgumentException the file can't be read, or holds no key
     */
    public static Secrets in(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file can't be read");
        }
    }

    byte[] seal(String agentId, String password) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = run(Cipher.ENCRYPT_MODE, agentId, nonce, password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return both;
    }

    /**
     * Opens what {@link #seal} sealed for the same agent.
     *
     * @throws Unreadable another key, another agent, or something that was changed
     */
    String open(String agentId, byte[] sealed) throws Unreadable {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new Unreadable("is too short for what was sealed");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        try {
            return new String(run(Cipher.DECRYPT_MODE, agentId, nonce, rest), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new Unreadable("was sealed with another key, or was changed");
        }
    }

    private byte[] run(int mode, String agentId, byte[] nonce, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(agentId.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(text);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
