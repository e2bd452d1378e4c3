package org.mediarouter.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.mediarouter.broker.BrokerStartException;
import org.mediarouter.broker.DevelopmentPasswords;
import org.mediarouter.cluster.database.DatabaseSettings;

/** What a node may bind to: beyond this machine only with passwords of its own, and nowhere where somebody else is. */
final class Bindings {
    private final Settings settings;

    Bindings(Settings settings) {
        this.settings = settings;
    }

    /** Whether what others can reach is protected. */
    void checkProtection(List<Mistake> mistakes) {
        if (settings.embeddedBroker() && !loopback(settings.broker().host())) {
            developmentPasswords(mistakes);
        }
        Settings.Http http = settings.http();
        boolean unprotected = http.user().isEmpty() || http.password().isEmpty();
        if (http.port() > 0 && !loopback(http.host()) && unprotected) {
            mistakes.add(new Mistake(
                    Setting.HTTP_HOST.key(),
                    http.host() + " can be reached from other machines, and everybody could look in",
                    "set " + Setting.HTTP_USER.key() + " and " + Setting.HTTP_PASSWORD.key()
                            + ", or bind to 127.0.0.1"));
        }
        if (http.user().isEmpty() != http.password().isEmpty()) {
            mistakes.add(new Mistake(Setting.HTTP_USER.key(), "user and password belong together", "set both or none"));
        }
    }

    /** Whether the database is one that these nodes can have. */
    void checkStore(List<Mistake> mistakes) {
        DatabaseSettings database = settings.database();
        if (settings.brokerAlone()) {
            return;
        }
        if (!database.known()) {
            mistakes.add(new Mistake(
                    Setting.STORE_URL.key(),
                    database + " is no database that is known",
                    "jdbc:postgresql://HOST/DATABASE, or empty for a file in " + Setting.DATA.key()));
        } else if (database.embedded() && settings.cluster().members().size() > 1) {
            mistakes.add(new Mistake(
                    Setting.STORE_URL.key(),
                    "the embedded database belongs to one node, and " + Setting.CLUSTER_MEMBERS.key() + " names "
                            + settings.cluster().members().size(),
                    "let the nodes share a PostgreSQL: jdbc:postgresql://HOST/DATABASE"));
        }
    }

    private void developmentPasswords(List<Mistake> mistakes) {
        Set<String> users;
        try {
            users = DevelopmentPasswords.in(settings.brokerUsers());
        } catch (BrokerStartException e) {
            return; // The reader of the settings has told it.
        }
        if (!users.isEmpty()) {
            mistakes.add(new Mistake(
                    settings.brokerUsers().toString(),
                    "the development passwords of " + String.join(", ", users)
                            + " won't do for a broker that other machines can reach (" + Setting.BROKER_HOST.key()
                            + " is "
                            + settings.broker().host() + ")",
                    "give them passwords of their own, or bind to 127.0.0.1"));
        }
    }

    /** Whether the ports are free: better now than when half of the node has started. */
    void checkPorts(List<Mistake> mistakes) {
        if (settings.embeddedBroker()) {
            free(
                    Setting.BROKER_PORT,
                    settings.broker().host(),
                    settings.broker().port(),
                    mistakes);
        }
        if (settings.http().port() > 0) {
            free(Setting.HTTP_PORT, settings.http().host(), settings.http().port(), mistakes);
        }
        if (settings.brokerAlone()) {
            return;
        }
        boolean alone = settings.cluster().members().stream().allMatch(Bindings::loopback);
        free(
                Setting.CLUSTER_PORT,
                alone ? "127.0.0.1" : "0.0.0.0",
                settings.cluster().port(),
                mistakes);
    }

    private static void free(Setting setting, String host, int port, List<Mistake> mistakes) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            mistakes.add(new Mistake(
                    setting.key(),
                    "can't listen on " + host + ":" + port + ": " + e.getMessage(),
                    "is another node running? choose another port with --" + setting.key() + "=..."));
        }
    }

    static boolean loopback(String host) {
        try {
            int colon = host.lastIndexOf(':');
            String name = colon > 0 && host.indexOf(':') == colon ? host.substring(0, colon) : host;
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
