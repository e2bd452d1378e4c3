package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerConnectionTest {

    @Test
    void addsWhatTheUrlDoesNotSay() {
        assertThat(BrokerConnection.withDefaults("tcp://a:61616"))
                .startsWith("tcp://a:61616?connectionTTL=8000&")
                .contains("&reconnectAttempts=-1&");
    }

    @Test
    void leavesWhatTheUrlSays() {
        assertThat(BrokerConnection.withDefaults("(tcp://a:1?x=y,tcp://b:2)?ha=true&connectionTTL=5000"))
                .startsWith("(tcp://a:1?x=y,tcp://b:2)?ha=true&connectionTTL=5000&clientFailureCheckPeriod=2500&")
                .doesNotContain("connectionTTL=8000");
    }

    @Test
    void startsTheParametersOfAPairBehindTheList() {
        assertThat(BrokerConnection.withDefaults("(tcp://a:1?x=y,tcp://b:2)"))
                .startsWith("(tcp://a:1?x=y,tcp://b:2)?connectionTTL=8000");
    }
}
