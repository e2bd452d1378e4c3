package org.mediarouter.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is shown nowhere (protocol, row 1). */
class SecretsTest {
    @Test
    void connectAndLoginDoNotShowThePassword() {
        Connect connect = new Connect("1001", "geheim", "4711", null);
        Login login = new Login("1001", "geheim", "chat");
        assertThat(connect.toString()).contains("1001").doesNotContain("geheim");
        assertThat(login.toString()).contains("1001", "chat").doesNotContain("geheim");
        assertThat(new Codec.Decoded.Understood(login).toString()).doesNotContain("geheim");
    }

    @Test
    void aMalformedBodyDoesNotShowThePassword() {
        Codec.Decoded decoded = Codec.command("Login", "{\"AgentId\":\"1001\",\"Password\":\"geheim\"}");
        assertThat(decoded).isInstanceOf(Codec.Decoded.Malformed.class);
        assertThat(decoded.toString()).contains("MISSING_MEMBER").doesNotContain("geheim");
        assertThat(((Codec.Decoded.Malformed) decoded).refusal().message()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Password\":\"geheim\",\"AgentId\":\"1\"}",
                "{\"password\":\"geheim\"}",
                "{\"PASSWORD\":[\"geheim\"]}",
                "{\"Password\":{\"Value\":\"geheim\"}}",
                "{\"Connect\":{\"Password\":\"geheim\"}}",
                "{\"All\":[{\"Password\":\"geheim\"},1]}"
            })
    void blanksEveryPasswordWhereverItStands(String body) throws IOException {
        ObjectNode members = (ObjectNode) new ObjectMapper().readTree(body);
        String shown = Codec.withoutPassword(members);
        assertThat(shown).doesNotContain("geheim").containsIgnoringCase("\"Password\":\"\"");
        assertThat(members.toString()).as("the body itself is left alone").contains("geheim");
    }
}
