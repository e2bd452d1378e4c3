package org.mediarouter.fakefinesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smackx.ping.PingManager;
import org.jivesoftware.smackx.pubsub.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** The flows of Finesse's documentation, by a client made of java.net.http and Smack. */
class FakeFinesseIT {
    private FakeFinesse finesse;
    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        restart(Options.with(Map.of("1001", "secret", "1002", "secret")).wrapUp(true));
    }

    private void restart(Options options) throws Exception {
        stop();
        finesse = FakeFinesse.start(options);
        desktop = new Desktop(finesse, finesse.a(), "1001", "secret");
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
        if (finesse != null) {
            finesse.close();
        }
    }

    private void connect() throws Exception {
        desktop.session(
                finesse.a().domain(),
                finesse.a().secureXmppPort(),
                finesse.identity().clientContext(),
                "chat-1");
    }

    private void heard(String part) {
        await().until(() -> desktop.messages.stream().anyMatch(message -> message.contains(part)));
        desktop.messages.clear();
    }

    private static String state(String state) {
        return "&lt;state&gt;" + state + "&lt;/state&gt;";
    }

    @Test
    void aDayOfAnAgent() throws Exception {
        connect();
        var answer = desktop.put("<User><state>LOGIN</state><extension>1001</extension></User>");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("requestId")).hasValue("r1");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("JSESSIONID=");
        heard(state("NOT_READY"));
        desktop.ask("READY");
        heard(state("READY"));
        desktop.signIn("1001");
        heard(state("READY"));
        finesse.call("1001");
        heard(state("RESERVED"));
        finesse.talk("1001");
        heard(state("TALKING"));
        desktop.put("<User><state>NOT_READY</state><reasonCodeId>16</reasonCodeId></User>");
        heard("&lt;pendingState&gt;NOT_READY&lt;");
        finesse.endCall("1001");
        heard(state("WORK"));
        finesse.endWrapUp("1001");
        heard("&lt;reasonCodeId&gt;16&lt;");
        assertThat(desktop.get("/User/1001").body()).contains("<state>NOT_READY</state>");
        desktop.ask("LOGOUT");
        heard(state("LOGOUT"));
    }

    @Test
    void logoutOnlyFromNotReady() throws Exception {
        connect();
        desktop.signIn("1001");
        desktop.ask("READY");
        assertThat(desktop.ask("LOGOUT").statusCode()).isEqualTo(202);
        heard("CF_INVALID_OBJECT_STATE");
        assertThat(finesse.state("1001")).isEqualTo(VoiceState.READY);
    }

    @Test
    void refusals() throws Exception {
        Desktop other = new Desktop(finesse, finesse.a(), "1002", "secret");
        assertThat(other.get("/User/1001").statusCode()).isEqualTo(401);
        assertThat(other.get("/User/1001").body()).contains("Invalid Authorization User Specified");
        assertThat(other.get("/User/9999").statusCode()).isEqualTo(404);
        assertThat(desktop.put("<User><state>").statusCode()).isEqualTo(400);
        assertThat(desktop.put("<User/>").body()).contains("Parameter Missing");
        assertThat(desktop.put("<User><state>LOGIN</state></User>").body()).contains("extension");
        assertThat(desktop.put("<!DOCTYPE x [<!ENTITY e 'e'>]><User><state>&e;</state></User>")
                        .statusCode())
                .isEqualTo(400);
        assertThat(desktop.put("<User/>", "text/plain").statusCode()).isEqualTo(415);
        finesse.a().inService(false);
        assertThat(desktop.get("/User/1001").statusCode()).isEqualTo(503);
        assertThat(desktop.get("/SystemInfo").body()).contains("OUT_OF_SERVICE", "pubsub.finesse.test");
    }

    @Test
    void fiveWrongPasswordsLockForFiveMinutes() throws Exception {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        restart(Options.with(Map.of("1001", "secret")).clock(clock));
        Desktop wrong = new Desktop(finesse, finesse.a(), "1001", "wrong");
        for (int i = 0; i < 5; i++) {
            assertThat(wrong.get("/User/1001").statusCode()).isEqualTo(401);
        }
        assertThat(desktop.get("/User/1001").statusCode()).isEqualTo(401);
        now[0] = now[0].plusSeconds(301);
        assertThat(desktop.get("/User/1001").statusCode()).isEqualTo(200);
        assertThat(finesse.seen().of("wrong-password", "1001")).isEqualTo(5);
    }

    @Test
    void subscriptionsStayUntilTheyAreUnsubscribed() throws Exception {
        connect();
        assertThat(PingManager.getInstanceFor(desktop.xmpp()).pingMyServer(false, 5000))
                .isTrue();
        Node node = desktop.pubsub().getNode("/finesse/api/User/1001/Media");
        var full = JidCreate.from("1001@finesse.test/chat-1");
        node.subscribe(full);
        assertThat(desktop.pubsub().getSubscriptions())
                .extracting(subscription -> subscription.getNode() + " " + subscription.getJid())
                .contains("/finesse/api/User/1001/Media " + full, "/finesse/api/User/1001 1001@finesse.test");
        desktop.close();
        connect();
        assertThat(desktop.pubsub().getSubscriptions()).hasSize(4);
        desktop.pubsub().getNode("/finesse/api/User/1001/Media").unsubscribe(full.toString());
        assertThat(desktop.pubsub().getSubscriptions()).hasSize(3);
        assertThatThrownBy(() -> desktop.pubsub().getNode("/nothing")).hasMessageContaining("item-not-found");
    }

    @Test
    void theSameResourceKicksTheFirst() throws Exception {
        connect();
        Desktop second = new Desktop(finesse, finesse.a(), "1001", "secret");
        second.session("finesse.test", finesse.a().clearXmppPort(), null, "chat-1");
        await().until(() -> !desktop.xmpp().isConnected());
        assertThat(finesse.sessions("1001")).isEqualTo(1);
        assertThat(finesse.seen().of("xmpp-conflict", "1001")).isEqualTo(1);
        second.close();
    }

    @Test
    void presenceOfFinesseIsSeen() throws Exception {
        connect();
        var subscribe = desktop.xmpp()
                .getStanzaFactory()
                .buildPresenceStanza()
                .ofType(org.jivesoftware.smack.packet.Presence.Type.subscribe)
                .to(JidCreate.from("finesse@finesse.test"))
                .build();
        desktop.xmpp().sendStanza(subscribe);
        await().until(() -> desktop.presences.contains("finesse@finesse.test/finesse available"));
        finesse.finesseThere(false);
        await().until(() -> desktop.presences.contains("finesse@finesse.test/finesse unavailable"));
    }

    @Test
    void lostPresenceLogsOut() throws Exception {
        restart(Options.with(Map.of("1001", "secret")).forcedLogout(Duration.ofMillis(300)));
        connect();
        desktop.signIn("1001");
        assertThat(finesse.state("1001")).isEqualTo(VoiceState.NOT_READY);
        finesse.cut("1001");
        await().until(() -> finesse.state("1001") == VoiceState.LOGOUT);
        assertThat(finesse.seen().of("forced-logout", "1001")).isEqualTo(1);
        assertThat(desktop.get("/User/1001").body()).contains("<reasonCodeId>255<");
    }

    @Test
    void wrongPasswordOverXmpp() throws Exception {
        Desktop wrong = new Desktop(finesse, finesse.a(), "1001", "wrong");
        assertThatThrownBy(() -> wrong.session("finesse.test", finesse.a().clearXmppPort(), null, "x"))
                .isInstanceOf(SASLErrorException.class);
        assertThat(finesse.seen().of("xmpp-login", "1001")).isEqualTo(1);
    }

    @Test
    void sidesShareTheStatesAndAStoppedOneComesBack() throws Exception {
        connect();
        desktop.signIn("1001");
        finesse.a().close();
        await().until(() -> !desktop.xmpp().isConnected());
        Desktop onB = new Desktop(finesse, finesse.b(), "1001", "secret");
        assertThat(onB.get("/User/1001").body()).contains("<state>NOT_READY</state>");
        onB.session(finesse.b().domain(), finesse.b().clearXmppPort(), null, "chat-1");
        onB.ask("READY");
        await().until(() -> onB.messages.stream().anyMatch(message -> message.contains(state("READY"))));
        finesse.a().start();
        assertThat(desktop.get("/User/1001").body()).contains("<state>READY</state>");
        onB.close();
    }

    @Test
    void faultsOfEvents() throws Exception {
        connect();
        desktop.signIn("1001");
        heard(state("NOT_READY"));
        finesse.faults().lowerCaseEvent(true);
        finesse.faults().upperCaseUser(true);
        finesse.faults().namespace("http://cisco.example/other");
        finesse.faults().chance(0, 1, 0, 1);
        desktop.ask("READY");
        await().until(() -> desktop.messages.size() == 2);
        assertThat(desktop.messages.get(0))
                .contains("&lt;event&gt;put&lt;", "&lt;User&gt;", "http://cisco.example/other");
        finesse.faults().chance(1, 0, 0, 1);
        desktop.ask("NOT_READY");
        await().until(() -> finesse.seen().of("event-dropped") == 1);
        finesse.faults().rest(RestFault.HALF_XML);
        assertThat(desktop.get("/User/1001").body()).doesNotContain("</User>");
    }
}
