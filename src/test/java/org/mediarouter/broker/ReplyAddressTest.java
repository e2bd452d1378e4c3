package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQTemporaryQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Agent.smith, Agent.smith, false, false",
        "queue://Agent.smith, Agent.smith, false, false",
        "/queue/Agent.smith, Agent.smith, false, false",
        "topic://Agent.smith, Agent.smith, true, false",
        "/topic/Agent.smith, Agent.smith, true, false",
        "0d0a8f5e-e6e6-11f1-bad9-02fc00000001, 0d0a8f5e-e6e6-11f1-bad9-02fc00000001, false, true",
        "temp-queue://0d0a8f5e-e6e6-11f1-bad9-02fc00000001, 0d0a8f5e-e6e6-11f1-bad9-02fc00000001, false, true",
        "temp-queue://ID:box-41233-1795401525706-1:1:3, ID:box-41233-1795401525706-1:1:3, false, true",
        "temp-topic://0d0a8f5e-e6e6-11f1-bad9-02fc00000001, 0d0a8f5e-e6e6-11f1-bad9-02fc00000001, true, true",
        "temp-queue://General, General, false, false",
    })
    void readsANameInEveryForm(String written, String name, boolean topic, boolean temporary) throws Exception {
        ReplyAddress expected = new ReplyAddress(name, topic, temporary);
        assertThat(ReplyAddress.of(written)).contains(expected);
        assertThat(ReplyAddress.of(ActiveMQDestination.fromPrefixedName(written)))
                .contains(expected);
    }

    @Test
    void aQueueIsNotTemporaryBecauseItsSenderSaysSo() throws Exception {
        assertThat(ReplyAddress.of(new ActiveMQTemporaryQueue("General", null))
                        .orElseThrow()
                        .temporary())
                .isFalse();
    }

    @Test
    void nothingIsNoAddress() throws Exception {
        assertThat(ReplyAddress.of("")).isEmpty();
        assertThat(ReplyAddress.of("queue://")).isEmpty();
        assertThat(ReplyAddress.of((String) null)).isEmpty();
        assertThat(ReplyAddress.of((jakarta.jms.Destination) null)).isEmpty();
    }
}
