package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import jakarta.jms.DeliveryMode;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.TextMessage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever comes, it is answered or in Invalid, and the next right message is served. */
@ExtendWith(BlackBox.class)
class MutatedMessagesIT {
    private static final int MESSAGES = 20_000;

    @Test
    void twentyThousandMutatedMessagesHarmNobody(Chat chat, NodeFixture node, Operator operator) throws Exception {
        long seed = Long.getLong("seed", ThreadLocalRandom.current().nextLong());
        System.out.println("seed " + seed);
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        operator.empty("Invalid", Duration.ofMillis(200));
        long before = heapInUse();

        Set<String> answered = ConcurrentHashMap.newKeySet();
        Set<String> invalid = new HashSet<>();
        long began = System.nanoTime();
        try (Listening answers = Listening.at(node, NodeFixture.CHAT, "Client.mutated", answered);
                Listening copies =
                        Listening.at(node, NodeFixture.ROUTER, "Invalid", Collections.synchronizedSet(invalid));
                Flood flood = new Flood(node, "Client.mutated", true)) {
            Mutations mutations = new Mutations(seed, flood.session(), alice.id());
            for (int i = 0; i < MESSAGES; i++) {
                flood.send(mutations.next(), "m" + i);
            }
            flood.flush();
            assertThat(answers.reaches(MESSAGES, Duration.ofMinutes(3)))
                    .as(() -> "answered: " + answered.size() + " of " + MESSAGES + ", seed " + seed + ", first not "
                            + missing(answered))
                    .isTrue();
            copies.reachesSilence(Duration.ofMillis(500));
        }
        double seconds = (System.nanoTime() - began) / 1e9;

        long asked = System.nanoTime();
        // A mutation may be a right message all the same: a restore for all of them makes her UNKNOWN.
        assertThat(alice.present("chat").state()).isIn("NOT_READY", "UNKNOWN");
        long served = (System.nanoTime() - asked) / 1_000_000;
        assertThat(served).as("ms until a right message was served").isLessThan(1000);
        assertThat(invalid).hasSizeGreaterThan(MESSAGES / 3);
        assertThat(operator.inQueue("DLQ")).isEmpty();
        int copies = invalid.size();
        answered.clear();
        invalid.clear();
        long after = heapInUse();
        Report.write(
                "mutated",
                Map.of(
                        "seed",
                        seed,
                        "seconds",
                        Math.round(seconds),
                        "invalid",
                        copies,
                        "servedAfterwardsMs",
                        served,
                        "heapBeforeMiB",
                        before >> 20,
                        "heapAfterMiB",
                        after >> 20));
        assertThat(after - before).as("bytes more in use than before").isLessThan(64 << 20);
    }

    private static List<String> missing(Set<String> answered) {
        return java.util.stream.IntStream.range(0, MESSAGES)
                .mapToObj(i -> "m" + i)
                .filter(id -> !answered.contains(id))
                .limit(20)
                .toList();
    }

    private static long heapInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void anExpiredCommandIsNeitherAnsweredNorObeyed(Chat chat, Operator operator) throws Exception {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        // What blocks the line for longer than the message lives.
        Faults.always("general.GetQueueState", Faults.Point.HANDLED);
        String blocked = chat.send("GetQueueState", json("Queue", "chat-general"));
        String correlation = chat.correlation();
        TextMessage message =
                chat.command("AgentState", correlation, json("AgentId", alice.id(), "Mrd", "chat", "State", "READY"));
        try (MessageProducer producer =
                chat.session().createProducer(chat.session().createQueue("General"))) {
            producer.send(message, DeliveryMode.PERSISTENT, 4, 1);
        }
        chat.answer("GetQueueState", blocked);
        Faults.disarm("general.GetQueueState", Faults.Point.HANDLED);
        operator.take("DLQ", blocked);

        assertThat(alice.present("chat").state()).isEqualTo("NOT_READY");
        assertThat(chat.answers().all(told -> correlation.equals(told.correlation())))
                .isEmpty();
        assertThat(operator.take("ExpiryQueue", correlation).type()).isEqualTo("AgentState");
    }

    @Test
    void aCommandSentTwiceWithTheBrokersDuplicateIdIsTakenOnce(Chat chat) throws Exception {
        Desk desk = chat.desk();
        String correlation = chat.correlation();
        for (int i = 0; i < 2; i++) {
            Message message = chat.command("Task", correlation, json("Mrd", "chat", "Attributes", desk.attributes()));
            message.setStringProperty("_AMQ_DUPL_ID", correlation);
            chat.send(message);
        }
        chat.answer("Task", correlation);
        chat.ask("GetQueueState", "Queue", "chat-general");
        assertThat(chat.tasks().all(told -> correlation.equals(told.correlation())))
                .hasSize(1);
    }

    @Test
    void aCommandSentTwiceIsObeyedAsOftenAsItMakesSense(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);

        Told first = alice.asksTask(task.task(), "CLOSED");
        Told second = alice.asksTask(task.task(), "CLOSED");

        assertThat(second.version()).isEqualTo(first.version());
    }
}
