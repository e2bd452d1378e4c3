package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.utils.PasswordMaskingUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentPasswordsTest {

    @TempDir
    private Path directory;

    @Test
    void findsThemInTheShippedFile() {
        assertThat(DevelopmentPasswords.in(Path.of("config/broker-users.properties")))
                .containsExactly("chat-server", "media-router");
    }

    @Test
    void findsOneThoughItIsHashed() throws Exception {
        Path users = file("chat-server = " + hash("chat-server") + "\nmedia-router = " + hash("s3cret"));
        assertThat(DevelopmentPasswords.in(users)).containsExactly("chat-server");
    }

    @Test
    void findsNoneWhereTheyWereReplaced() throws Exception {
        assertThat(DevelopmentPasswords.in(file("chat-server = a\nmedia-router = b")))
                .isEmpty();
    }

    @Test
    void givesAClearPasswordAndNoHash() throws Exception {
        Path users = file("one = clear\nother = " + hash("x"));
        assertThat(DevelopmentPasswords.clearPassword(users, "one")).contains("clear");
        assertThat(DevelopmentPasswords.clearPassword(users, "other")).isEmpty();
        assertThat(DevelopmentPasswords.clearPassword(users, "nobody")).isEmpty();
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> DevelopmentPasswords.in(directory.resolve("none")))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("none");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(directory.resolve("users.properties"), content);
    }

    private static String hash(String password) throws Exception {
        var codec = new org.apache.activemq.artemis.utils.DefaultSensitiveStringCodec();
        codec.init(Map.of("algorithm", "one-way"));
        return PasswordMaskingUtil.wrap(codec.encode(password));
    }
}
