package org.mediarouter.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting, its name in {@code config/application.properties}, and its default; an empty one is worked out. */
enum Setting {
    ROLES("mediarouter.roles", "broker,communication-server,routing-engine,console"),
    NODE("mediarouter.node", ""),
    BROKER_URL("mediarouter.broker.url", ""),
    BROKER_HOST("mediarouter.broker.host", "127.0.0.1"),
    BROKER_PORT("mediarouter.broker.port", "61616"),
    BROKER_USER("mediarouter.broker.user", "media-router"),
    BROKER_PASSWORD("mediarouter.broker.password", ""),
    DATA("mediarouter.data", "data"),
    STORE_URL("mediarouter.store.url", ""),
    STORE_USER("mediarouter.store.user", ""),
    STORE_PASSWORD("mediarouter.store.password", ""),
    STORE_KEEP("mediarouter.store.keep", "7d"),
    CLUSTER_NAME("mediarouter.cluster.name", "media-router"),
    CLUSTER_PORT("mediarouter.cluster.port", "5701"),
    CLUSTER_MEMBERS("mediarouter.cluster.members", "127.0.0.1"),
    ROUTING("mediarouter.routing", "config/routing.yaml"),
    ROUTES("mediarouter.routes", "routes"),
    DESTINATIONS("mediarouter.destinations", "Agent.#,Client.#,ChatServer,ChatServer.#"),
    CONNECTED_FOR("mediarouter.connected-for", "8h"),
    TASK_QUEUED("mediarouter.task-queued", "false"),
    HTTP_HOST("mediarouter.http.host", "127.0.0.1"),
    HTTP_PORT("mediarouter.http.port", "8080"),
    HTTP_USER("mediarouter.http.user", ""),
    HTTP_PASSWORD("mediarouter.http.password", ""),
    FINESSE_REST("mediarouter.finesse.rest", ""),
    FINESSE_XMPP("mediarouter.finesse.xmpp", ""),
    FINESSE_DOMAIN("mediarouter.finesse.domain", ""),
    FINESSE_TLS("mediarouter.finesse.tls", "true"),
    FINESSE_TRUST_STORE("mediarouter.finesse.trust-store", ""),
    FINESSE_TRUST_STORE_PASSWORD("mediarouter.finesse.trust-store-password", ""),
    FINESSE_POLL("mediarouter.finesse.poll", "60s"),
    FINESSE_PING("mediarouter.finesse.ping", "10s"),
    FINESSE_TIME_OUT("mediarouter.finesse.time-out", "5s"),
    SECRET_KEY("mediarouter.secret-key", ""),
    SECRET_KEY_FILE("mediarouter.secret-key-file", ""),
    UMM_URL("mediarouter.umm.url", ""),
    UMM_SYNC_EVERY("mediarouter.umm.sync-every", "0s"),
    UMM_AGENTS_URL("mediarouter.umm.agents-url", ""),
    UMM_MRDS("mediarouter.umm.mrds", ""),
    UMM_SYNC_MAY_SHRINK("mediarouter.umm.sync-may-shrink", "false"),
    CONSUMERS_SIGN_IN("mediarouter.consumers.sign-in", "4"),
    CONSUMERS_ROUTING_ENGINE("mediarouter.consumers.routing-engine", "3"),
    CONSUMERS_COMMUNICATION_SERVER("mediarouter.consumers.communication-server", "3");

    /** What all of them begin with. */
    static final String PREFIX = "mediarouter.";

    private final String key;
    private final String byDefault;

    Setting(String key, String byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    String key() {
        return key;
    }

    String byDefault() {
        return byDefault;
    }

    /** For example {@code MEDIAROUTER_BROKER_URL}. */
    String environment() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether its value must not be shown. */
    boolean secret() {
        return key.endsWith("password") || this == SECRET_KEY;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
