package org.mediarouter.finesse;

import java.net.CookieManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An agent towards Finesse: name, password, and cookies of his own: a session of one agent must not become another's. */
final class Credentials {
    private final String agentId;
    private final String password;
    private final CookieManager cookies = new CookieManager();

    Credentials(String agentId, String password) {
        this.agentId = agentId;
        this.password = password;
    }

    String agentId() {
        return agentId;
    }

    String password() {
        return password;
    }

    CookieManager cookies() {
        return cookies;
    }

    String basic() {
        byte[] both = (agentId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Without the password: this goes into logs. */
    @Override
    public String toString() {
        return "Credentials[" + agentId + "]";
    }
}
