package org.mediarouter.fakefinesse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate, made at the start by the JDK's keytool, for a client's trust store. */
public final class Identity {
    /** Of {@link #writeTrustStore}: a trust store holds nothing secret. */
    public static final String TRUST_STORE_PASSWORD = "changeit";

    private static final char[] PASSWORD = TRUST_STORE_PASSWORD.toCharArray();
    private static final String ALIAS = "finesse";

    private final KeyStore keys;

    private Identity(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * For these host names, localhost and 127.0.0.1.
     *
     * @throws IOException keytool can't be run
     */
    static Identity selfSigned(List<String> hosts) throws IOException {
        Path directory = Files.createTempDirectory("fake-finesse");
        Path file = directory.resolve("keys.p12");
        try {
            String names = "san=dns:" + String.join(",dns:", hosts) + ",dns:localhost,ip:127.0.0.1";
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-J-XX:TieredStopAtLevel=1",
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + hosts.get(0),
                            "-ext",
                            names,
                            "-validity",
                            "30",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            TRUST_STORE_PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool made no certificate: " + Files.readString(directory.resolve("log")));
            }
            return new Identity(read(file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a certificate", e);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate that keytool made can't be read", e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory.resolve("log"));
            Files.deleteIfExists(directory);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** For the servers. */
    SSLContext serverContext() throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** For a client that trusts this certificate and no other. */
    public SSLContext clientContext() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Writes a PKCS12 trust store with {@link #TRUST_STORE_PASSWORD}. */
    public void writeTrustStore(Path file) throws GeneralSecurityException, IOException {
        try (var out = Files.newOutputStream(file)) {
            trusted().store(out, PASSWORD);
        }
    }

    /** The certificate alone. */
    public String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry(ALIAS, certificate());
        return trusted;
    }

    private Certificate certificate() throws GeneralSecurityException {
        return Objects.requireNonNull(keys.getCertificate(ALIAS), "keytool's alias");
    }
}
