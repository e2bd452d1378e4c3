package org.mediarouter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.message.CommandDecodingTest.malformed;
import static org.mediarouter.message.CommandDecodingTest.understood;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Size, depth and syntax of a body (protocol, section 1). */
class BodyLimitsTest {
    @Test
    void takes64KibibytesAndNotOneMore() {
        assertThat(understood("GetTaskState", padded(Codec.LARGEST, " "))).isEqualTo(new GetTaskState("t"));
        assertThat(malformed("GetTaskState", padded(Codec.LARGEST + 1, " ")).code())
                .isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void countsBytesAndNotCharacters() {
        String umlauts = "{\"TaskId\":\"t\",\"X\":\"" + "ä".repeat(Codec.LARGEST / 2) + "\"}";
        assertThat(umlauts.length()).isLessThan(Codec.LARGEST);
        assertThat(umlauts.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(Codec.LARGEST);
        assertThat(malformed("GetTaskState", umlauts).code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void takes32LevelsAndNotOneMore() {
        assertThat(understood("GetTaskState", nested(Json.DEEPEST))).isEqualTo(new GetTaskState("t"));
        assertThat(malformed("GetTaskState", nested(Json.DEEPEST + 1)).code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(malformed("GetTaskState", "[".repeat(60_000)).code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void refusesNumbersAndNamesThatAreNone() {
        assertThat(malformed("GetTaskState", "{\"TaskId\":" + "9".repeat(5000) + "}")
                        .code())
                .isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(malformed("GetTaskState", "{\"TaskId\":\"t\",\"" + "n".repeat(60_000) + "\":1}")
                        .code())
                .isEqualTo(ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "null",
                "true",
                "7",
                "\"x\"",
                "[]",
                "[{\"TaskId\":\"t\"}]",
                "{",
                "}",
                "{\"TaskId\"}",
                "{\"TaskId\":\"t\"",
                "{\"TaskId\":\"t\"}}",
                "{\"TaskId\":\"t\"}{}",
                "{\"TaskId\":\"t\"} x",
                "{TaskId:\"t\"}",
                "{'TaskId':'t'}",
                "{\"TaskId\":\"t\",}",
                "{\"TaskId\":\"t\",\"TaskId\":\"u\"}",
                "{\"TaskId\":\"t\",\"X\":{\"a\":1,\"a\":2}}",
                "{\"TaskId\":NaN}",
                "{\"TaskId\":01}",
                "{\"TaskId\":\"a\nb\"}",
                "{\"TaskId\":\"\u0000\"}",
                "\uFEFF{\"TaskId\":\"t\"}",
                "/* */{\"TaskId\":\"t\"}",
                "{\"TaskId\":\"\\x\"}",
                "{\"TaskId\":\"\\u12\"}",
                "\u0000",
                "<xml/>"
            })
    void refusesWhatIsNoJsonObject(String body) {
        assertThat(malformed("GetTaskState", body).code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    @Test
    void saysWhereTheFaultIsAndNothingOfTheBody() {
        Refusal refusal = malformed("Connect", "{\"AgentId\":\"1001\",\n\"Password\":geheim}");
        assertThat(refusal.message()).contains("line 2").doesNotContain("geheim");
    }

    private static String padded(int bytes, String padding) {
        String body = "{\"TaskId\":\"t\"}";
        return body + padding.repeat(bytes - body.length());
    }

    /** An object with that many levels, itself counted. */
    private static String nested(int levels) {
        return "{\"TaskId\":\"t\",\"X\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }
}
