package org.mediarouter.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.activemq.artemis.utils.PasswordMaskingUtil;

/** What can be read from the users file besides logging in: passwords that are still the shipped ones, and our own. */
public final class DevelopmentPasswords {

    private DevelopmentPasswords() {}

    /**
     * The users whose password equals their name, whether written in clear or as a hash. A node that binds to anything
     * but loopback must refuse to start where there are any.
     *
     * @throws BrokerStartException the file can't be read
     */
    public static SortedSet<String> in(Path users) {
        SortedSet<String> found = new TreeSet<>();
        Properties properties = read(users);
        for (String user : properties.stringPropertyNames()) {
            if (matches(user, properties.getProperty(user))) {
                found.add(user);
            }
        }
        return found;
    }

    /** The user's password, unless the file has no such user or has only its hash. */
    public static Optional<String> clearPassword(Path users, String user) {
        return Optional.ofNullable(read(users).getProperty(user)).filter(p -> !PasswordMaskingUtil.isEncMasked(p));
    }

    private static boolean matches(String password, String stored) {
        try {
            return PasswordMaskingUtil.getHashProcessor(stored).compare(password.toCharArray(), stored);
        } catch (Exception e) {
            throw new BrokerStartException("a password in the broker's users file is no valid ENC(...)", e);
        }
    }

    private static Properties read(Path users) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(users)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new BrokerStartException("no broker users in " + users, e);
        }
    }
}
