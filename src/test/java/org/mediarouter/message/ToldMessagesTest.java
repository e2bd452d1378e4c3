package org.mediarouter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What we send: names in PascalCase, nothing for what is absent, times in milliseconds; and it can be read back. */
class ToldMessagesTest {
    private static final Instant TIME = Instant.parse("2026-11-22T09:26:53.589Z");

    static Stream<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (Catalogue.Entry entry : Catalogue.entries()) {
            entry.examples().forEach(example -> messages.add(Codec.decode(entry.type(), example.toString())));
        }
        messages.add(new WakeUp("chat", TIME));
        messages.add(new SignInDone("op-1", List.of("1001", "t-1")));
        messages.add(new OutsideStateChanged("1001", true, false, true, "16", TaskStateName.RESERVED, TIME, false));
        return messages.stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isTheSameAfterTheWayOverAQueue(Message message) {
        assertThat(Codec.decode(message.getClass(), Codec.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hasPascalCaseNamesAndNoNulls(Message message) throws IOException {
        JsonNode body = new ObjectMapper().readTree(Codec.encode(message));
        body.fieldNames().forEachRemaining(name -> assertThat(name).matches("[A-Z][A-Za-z]*"));
        assertThat(body).noneMatch(JsonNode::isNull);
        assertThat(Catalogue.membersOf(message.getClass()).keySet()).containsAll(() -> body.fieldNames());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:26:53Z,2026-11-22T09:26:53.000Z",
        "2026-11-22T09:26:53.5Z,2026-11-22T09:26:53.500Z",
        "2026-11-22T09:26:53.589999999Z,2026-11-22T09:26:53.589Z",
        "1999-12-31T23:59:59.001Z,1999-12-31T23:59:59.001Z"
    })
    void tellsTimesWithThreeDigitsOfASecond(Instant time, String told) {
        assertThat(Codec.encode(new Restored(1, 2, time)))
                .isEqualTo("{\"Agents\":1,\"Tasks\":2,\"Time\":\"" + told + "\"}");
    }

    @Test
    void anErrorNamesTheRefusedTypeAsTheProtocolDoes() {
        Error error = Error.to(
                new Login("1001", "secret", "chat"),
                Refusal.ofMember(ErrorCode.MRD_NOT_FOUND, "Mrd", "There is no such MRD."),
                TIME);
        assertThat(Codec.encode(error))
                .isEqualTo("{\"Code\":\"MRD_NOT_FOUND\",\"Message\":\"There is no such MRD.\",\"JMSType\":\"Login\","
                        + "\"Member\":\"Mrd\",\"AgentId\":\"1001\",\"Time\":\"2026-11-22T09:26:53.589Z\"}");
        assertThat(Error.to(new GetTaskState("t"), Refusal.of(ErrorCode.TASK_NOT_FOUND, "No."), TIME)
                        .category())
                .isEqualTo(Category.TASK_STATE);
    }

    @Test
    void aTasksAttributesKeepTheirTypes() {
        NewTask task = new NewTask(
                "t", "chat", "sales", 5, Map.of("i", 3L, "d", 3.0, "s", "3", "b", true), null, null, TIME, TIME);
        assertThat(Codec.decode(NewTask.class, Codec.encode(task))).isEqualTo(task);
    }

    @Test
    void whatIsNotOursIsTheSystemsFault() {
        assertThatThrownBy(() -> Codec.decode(WakeUp.class, "{\"Due\":5,"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Codec.decode(WakeUp.class, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"Agent.1001", "topic://ChatServer.events", "temporary://0c2f-1"})
    void aDestinationIsWrittenAsItIsRead(String text) {
        assertThat(Destination.parse(text)).hasToString(text);
    }
}
