package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerConnectionTest {

    @Test
    void addsWhatTheUrlDoesNotSay() {
        assertThat(BrokerConnection.withDefaults("tcp://a:61616"))
                .startsWith("tcp://a:61616?connectionTTL=10000&")
                .contains("&reconnectAttempts=-1&");
    }

    @Test
    void leavesWhatTheUrlSays() {
        assertThat(BrokerConnection.withDefaults("(tcp://a:1?x=y,tcp://b:2)?ha=true&connectionTTL=5000"))
                .startsWith("(tcp://a:1?x=y,tcp://b:2)?ha=true&connectionTTL=5000&clientFailureCheckPeriod=3000&")
                .doesNotContain("connectionTTL=10000");
    }

    @Test
    void startsTheParametersOfAPairBehindTheList() {
        assertThat(BrokerConnection.withDefaults("(tcp://a:1?x=y,tcp://b:2)"))
                .startsWith("(tcp://a:1?x=y,tcp://b:2)?connectionTTL=10000");
    }
}
