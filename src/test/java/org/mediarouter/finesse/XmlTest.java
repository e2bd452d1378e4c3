package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Finesse, or somebody in its place, may say. */
class XmlTest {
    private static final String USER = "<user><state>READY</state><loginId>1001</loginId></user>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "<User><state>READY</state>",
                "<User/><User/>",
                "<html><body>Error<br></body></html>",
                "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><x/>",
                "<x>&unknown;</x>"
            })
    void isRefusedAndNotQuoted(String document) {
        assertThatThrownBy(() -> Xml.read(document))
                .isInstanceOf(Xml.Unreadable.class)
                .hasMessageNotContaining("READY")
                .hasMessageNotContaining("root:");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThatThrownBy(() -> Xml.read("<a>".repeat(5000) + "</a>".repeat(5000)))
                .isInstanceOf(Xml.Unreadable.class);
        assertThatThrownBy(() -> Xml.read("<a>" + "x".repeat(Xml.LONGEST) + "</a>"))
                .isInstanceOf(Xml.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Update><event>PUT</event><requestId>r</requestId><data>" + USER + "</data></Update>",
                "<update xmlns='urn:x'><data>" + USER + "</data><requestId>r</requestId><Event>put</Event></update>"
            })
    void anUpdateIsReadAsElementsAndEscapedInAnyOrderAndCase(String update) throws Xml.Unreadable {
        for (String inside : new String[] {update, Xml.escaped(update)}) {
            Notification read = Notification.of("<notification xmlns='http://x'>" + inside + "</notification>");
            assertThat(read.requestId()).isEqualTo("r");
            assertThat(read.user().id()).isEqualTo("1001");
            assertThat(read.user().state()).isEqualTo("READY");
        }
    }
}
