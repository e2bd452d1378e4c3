package org.mediarouter.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.finesse.FinesseSettings;
import org.mediarouter.finesse.Secrets;
import org.mediarouter.finesse.Trust;

/** Reads {@code mediarouter.finesse.*} and the key under which contact-centre agents' passwords are kept. */
final class FinesseReader {
    private static final String EXAMPLE = "for example https://finesse-a:8445/finesse/api";

    private final Given given;
    private final List<Mistake> mistakes;

    FinesseReader(Given given, List<Mistake> mistakes) {
        this.given = given;
        this.mistakes = mistakes;
    }

    FinesseSettings settings() {
        boolean tls = !given.text(Setting.FINESSE_TLS).equals("false");
        if (tls && !given.text(Setting.FINESSE_TLS).equals("true")) {
            mistake(Setting.FINESSE_TLS, "is neither true nor false", "for example true");
        }
        List<String> rest = list(Setting.FINESSE_REST);
        rest.forEach(url -> checkUrl(url, tls));
        return new FinesseSettings(
                rest,
                xmpp(rest, tls),
                given.text(Setting.FINESSE_DOMAIN),
                tls,
                trustStore(),
                given.text(Setting.FINESSE_TRUST_STORE_PASSWORD),
                duration(Setting.FINESSE_POLL),
                duration(Setting.FINESSE_PING),
                duration(Setting.FINESSE_TIME_OUT));
    }

    private void checkUrl(String url, boolean tls) {
        URI uri = uri(url);
        String scheme = uri == null ? null : uri.getScheme();
        if (uri == null || uri.getHost() == null || scheme == null || !scheme.matches("https?")) {
            mistake(Setting.FINESSE_REST, "\"" + url + "\" is no address of a REST interface", EXAMPLE);
        } else if (tls && scheme.equals("http")) {
            mistake(
                    Setting.FINESSE_REST,
                    "\"" + url + "\" would send agents' passwords in clear",
                    "use https, or, in a closed test network, set " + Setting.FINESSE_TLS.key() + "=false");
        }
    }

    private static @Nullable URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As given; else the REST interfaces' hosts, with Finesse's own port. */
    private List<String> xmpp(List<String> rest, boolean tls) {
        List<String> xmpp = list(Setting.FINESSE_XMPP);
        if (xmpp.isEmpty()) {
            return rest.stream()
                    .map(FinesseReader::uri)
                    .map(uri -> (uri == null ? "" : uri.getHost()) + (tls ? ":5223" : ":5222"))
                    .toList();
        }
        if (xmpp.size() != rest.size()) {
            mistake(
                    Setting.FINESSE_XMPP,
                    "names " + xmpp.size() + " sides, " + Setting.FINESSE_REST.key() + " " + rest.size(),
                    "name the sides in the same order, A first, in both");
        }
        for (String one : xmpp) {
            if (!one.matches("[^:]+:[0-9]{1,5}")) {
                mistake(Setting.FINESSE_XMPP, "\"" + one + "\" is no HOST:PORT", "for example finesse-a:5223");
            }
        }
        return xmpp;
    }

    private @Nullable Path trustStore() {
        String file = given.text(Setting.FINESSE_TRUST_STORE);
        if (file.isEmpty()) {
            return null;
        }
        try {
            Trust.of(Path.of(file), given.text(Setting.FINESSE_TRUST_STORE_PASSWORD));
        } catch (IllegalArgumentException e) {
            mistake(
                    Setting.FINESSE_TRUST_STORE,
                    String.valueOf(e.getMessage()),
                    "a PKCS12 or JKS file with Finesse's certificate: keytool -importcert -file finesse.pem -keystore FILE");
        }
        return Path.of(file);
    }

    /** The key; null where there is none, which will do without a contact centre only. */
    @Nullable
    Secrets secrets(FinesseSettings finesse) {
        String key = given.text(Setting.SECRET_KEY);
        String file = given.text(Setting.SECRET_KEY_FILE);
        Setting source = key.isEmpty() ? Setting.SECRET_KEY_FILE : Setting.SECRET_KEY;
        if (key.isEmpty() && file.isEmpty()) {
            if (finesse.configured()) {
                mistake(
                        Setting.SECRET_KEY_FILE,
                        "is not set, and contact-centre agents' passwords are to be kept encrypted",
                        "openssl rand -base64 32 > secret.key, the same file on every node");
            }
            return null;
        }
        try {
            return key.isEmpty() ? Secrets.in(Path.of(file)) : Secrets.of(key);
        } catch (IllegalArgumentException e) {
            mistake(source, String.valueOf(e.getMessage()), "32 bytes in Base64: openssl rand -base64 32");
            return null;
        }
    }

    private Duration duration(Setting setting) {
        return Durations.parse(given.text(setting))
                .filter(duration -> !duration.isZero())
                .orElseGet(() -> {
                    mistake(
                            setting,
                            "\"" + given.text(setting) + "\" is no duration",
                            "for example " + setting.byDefault());
                    return Durations.parse(setting.byDefault()).orElseThrow();
                });
    }

    private List<String> list(Setting setting) {
        List<String> list = new ArrayList<>(Arrays.asList(given.text(setting).split(",")));
        list.replaceAll(String::strip);
        list.removeIf(String::isEmpty);
        return list;
    }

    private void mistake(Setting setting, String message, String remedy) {
        String place = given.value(setting).place();
        String subject = place.endsWith(setting.key()) ? "" : setting.key() + ": ";
        mistakes.add(new Mistake(place, subject + message, remedy));
    }
}
