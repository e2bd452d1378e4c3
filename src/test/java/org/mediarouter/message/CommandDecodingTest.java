package org.mediarouter.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediarouter.message.Codec.Decoded.Malformed;
import org.mediarouter.message.Codec.Decoded.Understood;

/** What a Chat Server's bodies are read as (protocol, sections 1, 3 and 5). */
class CommandDecodingTest {
    static Stream<Catalogue.Entry> commands() {
        return Catalogue.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsTheMembersOfEachCommand(Catalogue.Entry entry) {
        for (ObjectNode example : entry.examples()) {
            assertThat(understood(entry.jmsType(), example.toString()))
                    .isEqualTo(Codec.decode(entry.type(), withDefaults(entry, example)));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void takesNullForAbsent(Catalogue.Entry entry) {
        List<String> required = new MessageSchema(entry).required();
        ObjectNode example = entry.examples().get(0);
        for (String member : entry.members().keySet()) {
            ObjectNode nulled = example.deepCopy();
            nulled.putNull(member);
            ObjectNode absent = example.deepCopy();
            absent.remove(member);
            assertThat(Codec.command(entry.jmsType(), nulled.toString()).toString())
                    .isEqualTo(Codec.command(entry.jmsType(), absent.toString()).toString());
            if (required.contains(member)) {
                assertThat(malformed(entry.jmsType(), nulled.toString()))
                        .extracting(Refusal::code, Refusal::member)
                        .containsExactly(ErrorCode.MISSING_MEMBER, member);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void refusesAMemberOfAnotherType(Catalogue.Entry entry) {
        for (String member : entry.members().keySet()) {
            if (member.equals("Time") || (member.equals("Mrd") && entry.name().equals("Transfer"))) {
                continue; // set by the Communication Server; a client's is unknown, and ignored
            }
            ObjectNode wrong = entry.examples().get(0).deepCopy();
            if (member.equals("RecipientQueue")) {
                wrong.remove("RecipientAgentId");
            }
            if (member.equals("Attributes")) {
                wrong.putArray(member);
            } else {
                wrong.putObject(member);
            }
            assertThat(malformed(entry.jmsType(), wrong.toString()))
                    .extracting(Refusal::code, Refusal::member)
                    .containsExactly(ErrorCode.INVALID_MEMBER, member);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void ignoresUnknownMembers(Catalogue.Entry entry) {
        ObjectNode more = entry.examples().get(0).deepCopy();
        more.putObject("Colour").put("AgentId", 3);
        more.put("agentId", "lower case is another name");
        assertThat(understood(entry.jmsType(), more.toString()))
                .isEqualTo(understood(entry.jmsType(), entry.examples().get(0).toString()));
    }

    @ParameterizedTest
    @CsvSource({"1001,1001", "-7,", "0,0", "12345678901234567890,12345678901234567890", "1e400,", "true,", "[1],"})
    void acceptsNumbersAsIds(String number, String id) {
        String body = "{\"TaskId\":" + number + "}";
        if (id == null) {
            assertThat(malformed("GetTaskState", body))
                    .extracting(Refusal::code, Refusal::member)
                    .containsExactly(ErrorCode.INVALID_MEMBER, "TaskId");
        } else {
            assertThat(understood("GetTaskState", body)).isEqualTo(new GetTaskState(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "7", "a.b", "anna@example.org", "a_b-c", "A.", "8f14e45f-ceea-467f-a9e8"})
    void acceptsIds(String id) {
        assertThat(understood("GetTaskState", "{\"TaskId\":\"" + id + "\"}")).isEqualTo(new GetTaskState(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                ".a",
                "-a",
                "_a",
                "@a",
                "a..b",
                "a..",
                "a/b",
                "a\\\\b",
                "a*",
                "a#",
                "ä",
                "a\\n",
                "a\\u0000",
                "\\ud800"
            })
    void refusesWhatIsNoId(String id) {
        assertThat(malformed("GetTaskState", "{\"TaskId\":\"" + id + "\"}"))
                .extracting(Refusal::code, Refusal::member)
                .containsExactly(ErrorCode.INVALID_MEMBER, "TaskId");
    }

    @Test
    void anIdHasAtMost128Characters() {
        assertThat(understood("GetTaskState", "{\"TaskId\":\"" + "a".repeat(128) + "\"}"))
                .isEqualTo(new GetTaskState("a".repeat(128)));
        assertThat(malformed("GetTaskState", "{\"TaskId\":\"" + "a".repeat(129) + "\"}")
                        .code())
                .isEqualTo(ErrorCode.INVALID_MEMBER);
    }

    @Test
    void tellsWhatIsMissingBeforeWhatIsAtFault() {
        assertThat(malformed("Login", "{\"AgentId\":\"..\",\"Password\":\"x\"}"))
                .extracting(Refusal::code, Refusal::member)
                .containsExactly(ErrorCode.MISSING_MEMBER, "Mrd");
        assertThat(malformed("Transfer", "{\"RecipientQueue\":{},\"OwnerAgentId\":\"1\"}"))
                .extracting(Refusal::code, Refusal::member)
                .containsExactly(ErrorCode.MISSING_MEMBER, "TaskId");
        assertThat(malformed("Login", "{\"AgentId\":\"..\",\"Password\":\"x\",\"Mrd\":\"\"}"))
                .as("of two at fault the first")
                .extracting(Refusal::member)
                .isEqualTo("AgentId");
    }

    @Test
    void aTransferGoesToAnAgentOrToAQueue() {
        String from = "{\"TaskId\":\"t\",\"OwnerAgentId\":\"1\"";
        assertThat(understood("Transfer", from + ",\"RecipientQueue\":\"sales\"}"))
                .isEqualTo(new Transfer("t", "1", null, "sales", null, null));
        assertThat(malformed("Transfer", from + "}"))
                .extracting(Refusal::code, Refusal::member)
                .containsExactly(ErrorCode.MISSING_MEMBER, "RecipientAgentId");
        assertThat(malformed("Transfer", from + ",\"RecipientQueue\":\"sales\",\"RecipientAgentId\":\"2\"}"))
                .extracting(Refusal::code, Refusal::member)
                .containsExactly(ErrorCode.INVALID_MEMBER, "RecipientQueue");
        assertThat(understood("Transfer", from + ",\"RecipientAgentId\":\"2\",\"Time\":7,\"Mrd\":{}}"))
                .as("what the Communication Server sets, a client can't")
                .isEqualTo(new Transfer("t", "1", "2", null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Priority,1,true",
        "Priority,10,true",
        "Priority,0,false",
        "Priority,11,false",
        "Priority,5.0,false",
        "Priority,'\"5\"',false",
        "Priority,99999999999,false",
        "ExpiresIn,0.5,true",
        "ExpiresIn,600,true",
        "ExpiresIn,31622400,true",
        "ExpiresIn,31622401,false",
        "ExpiresIn,0,false",
        "ExpiresIn,-1,false",
        "ExpiresIn,1e400,false",
        "ExpiresIn,'\"600\"',false",
        "Attributes,'{\"a\":[]}',false",
        "Attributes,'{\"a\":null}',false",
        "Attributes,'{\"a\":{}}',false",
        "Attributes,'{\"a\":1e400}',false",
        "Attributes,'{\"a\":\"\\ud800\"}',false",
        "Attributes,'{\"\\udc00\":1}',false",
        "RequestId,'\"a b\"',true",
        "RequestId,'\"\\u0000\"',false",
        "CustomerId,'\"+49 (170) 1\"',true",
        "CustomerId,49170,true",
        "CustomerId,true,false",
        "PreferredAgentId,'\"a b\"',false"
    })
    void checksTheMembersOfATask(String member, String value, boolean good) {
        String body = "{\"Mrd\":\"chat\",\"" + member + "\":" + value + "}";
        if (good) {
            assertThat(understood("Task", body)).isInstanceOf(Task.class);
        } else {
            assertThat(malformed("Task", body))
                    .extracting(Refusal::code, Refusal::member)
                    .containsExactly(ErrorCode.INVALID_MEMBER, member);
        }
    }

    @Test
    void aTaskKeepsTheTypesOfItsAttributes() {
        Task task = (Task)
                understood(
                        "Task",
                        "{\"Queue\":\"sales\",\"Attributes\":{\"s\":\"x\",\"i\":3,\"l\":9007199254740993,\"d\":1.5,\"h\":1e30,\"b\":true}}");
        assertThat(task.attributes())
                .isEqualTo(Map.of("s", "x", "i", 3L, "l", 9007199254740993L, "d", 1.5, "h", 1e30, "b", true));
        assertThat(task.attributes().keySet()).containsExactly("s", "i", "l", "d", "h", "b");
        assertThat(task.priority()).isEqualTo(1);
    }

    @Test
    void anEmptyListOfAgentsDoesNotMeanAllOfThem() {
        assertThat(understood("chat-server-restore", "{}")).isEqualTo(new ChatServerRestore(List.of()));
        assertThat(malformed("chat-server-restore", "{\"AgentIds\":[]}").code()).isEqualTo(ErrorCode.INVALID_MEMBER);
        assertThat(malformed("chat-server-restore", "{\"AgentIds\":[\"1\",null]}")
                        .code())
                .isEqualTo(ErrorCode.INVALID_MEMBER);
    }

    @Test
    void anEmptyReasonOrPasswordIsNone() {
        assertThat(understood(
                        "AgentState",
                        "{\"AgentId\":\"1\",\"State\":\"NOT_READY\",\"Mrd\":\"chat\",\"ReasonCode\":\"\"}"))
                .isEqualTo(new AgentStateRequest("1", "NOT_READY", "chat", null, false));
        assertThat(malformed("Connect", "{\"AgentId\":\"1\",\"Password\":\"\"}"))
                .extracting(Refusal::code, Refusal::member)
                .containsExactly(ErrorCode.MISSING_MEMBER, "Password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TaskConferenced", "NewTask", "connect", "Connect ", "", "Restored", "WakeUp", "SignInDone"})
    void refusesTypesThatAreNoCommands(String type) {
        assertThat(malformed(type, "{\"AgentId\":\"1\"}").code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
    }

    @Test
    void refusesAMessageWithoutType() {
        assertThat(malformed(null, "{}").code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
        assertThat(malformed(null, "{").code()).as("JSON is looked at first").isEqualTo(ErrorCode.INVALID_JSON);
    }

    static Command understood(String type, String body) {
        Codec.Decoded decoded = Codec.command(type, body);
        assertThat(decoded).isInstanceOf(Understood.class);
        return ((Understood) decoded).command();
    }

    static Refusal malformed(@Nullable String type, String body) {
        Codec.Decoded decoded = Codec.command(type, body);
        assertThat(decoded).isInstanceOf(Malformed.class);
        return ((Malformed) decoded).refusal();
    }

    /** The example as the record's own JSON, with what the codec fills in. */
    private static String withDefaults(Catalogue.Entry entry, ObjectNode example) {
        ObjectNode complete = example.deepCopy();
        if (entry.type() == Task.class) {
            complete.put("Priority", complete.path("Priority").asInt(1));
            complete.withObject("/Attributes");
        }
        if (entry.type() == ChatServerRestore.class) {
            complete.withArray("AgentIds");
        }
        return complete.toString();
    }
}
