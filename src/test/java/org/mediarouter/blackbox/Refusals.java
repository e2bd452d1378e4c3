package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;
import static org.mediarouter.message.ErrorCode.*;

import jakarta.jms.Message;
import java.util.List;

/** For each code a command that is refused with it, in all the ways that the protocol names; the last refusal is given. */
final class Refusals {
    private final Chat chat;
    private final Operator operator;
    private final Desk desk;

    Refusals(Chat chat, Operator operator) {
        this.chat = chat;
        this.operator = operator;
        this.desk = chat.desk();
    }

    private Told refused(Message message) throws Exception {
        String correlation = chat.correlation();
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(chat.session().createQueue(chat.answers().name()));
        chat.send(message);
        return chat.answers().any("Error", told -> correlation.equals(told.correlation()));
    }

    private Told refused(String type, String body) throws Exception {
        Message message = chat.session().createTextMessage(body);
        if (type != null) {
            message.setJMSType(type);
        }
        return refused(message);
    }

    Told invalidBodyType() throws Exception {
        for (Message message : List.of(
                chat.session().createObjectMessage("{}"),
                chat.session().createMapMessage(),
                chat.session().createStreamMessage())) {
            message.setJMSType("Task");
            Told error = refused(message);
            assertThat(error.member("Code")).isEqualTo(INVALID_BODY_TYPE.name());
            operator.take("Invalid", error.correlation());
        }
        Message last = chat.session().createMapMessage();
        last.setJMSType("Task");
        return refused(last);
    }

    Told tooLarge() throws Exception {
        Told deep = refused("Task", "{\"Mrd\":\"chat\",\"Attributes\":" + "[".repeat(40) + "]".repeat(40) + "}");
        assertThat(deep.member("Code")).isEqualTo(TOO_LARGE.name());
        operator.take("Invalid", deep.correlation());
        return refused(
                "Task", json("Mrd", "chat", "CustomerId", "x".repeat(65 * 1024)).toString());
    }

    Told invalidJson() throws Exception {
        for (String body : List.of("", "[1]", "\"text\"", "{\"AgentId\":\"1\"", "{} {}", "{\"a\":1,}")) {
            Told error = refused("GetAgentState", body);
            assertThat(error.member("Code")).as(body).isEqualTo(INVALID_JSON.name());
            operator.take("Invalid", error.correlation());
        }
        return refused("Login", "{\"AgentId\":\"a\",\"Password\":\"" + Premises.PASSWORD + "\"");
    }

    Told unknownType() throws Exception {
        for (String type : List.of("NewTask", "TaskConferenced", "Error", "connect", "WakeUp")) {
            Told error = refused(type, "{}");
            assertThat(error.member("Code")).as(type).isEqualTo(UNKNOWN_TYPE.name());
            assertThat(error.member("JMSType")).isEqualTo(type);
            operator.take("Invalid", error.correlation());
        }
        return refused((String) null, "{}");
    }

    Told missingMember() {
        chat.refused(MISSING_MEMBER, "Task", "Priority", 3);
        return chat.refused(
                MISSING_MEMBER, "AgentState", "AgentId", desk.agents().get(0), "State", "READY");
    }

    Told invalidMember() {
        Told queue = chat.refused(INVALID_MEMBER, "Task", "Mrd", "chat", "Queue", "voice-general");
        assertThat(queue.member("Member")).isEqualTo("Queue");
        Told priority = chat.refused(INVALID_MEMBER, "Task", "Mrd", "chat", "Priority", 11);
        assertThat(priority.member("Member")).isEqualTo("Priority");
        chat.refused(INVALID_MEMBER, "GetAgentState", "AgentId", "../etc/passwd");
        Agent alice = chat.agent(desk, 0);
        Told destination = chat.refused(
                INVALID_MEMBER,
                "Connect",
                "AgentId",
                alice.id(),
                "Password",
                Premises.PASSWORD,
                "Destination",
                "RoutingEngine");
        assertThat(destination.member("Member")).isEqualTo("Destination");
        alice.login("strict");
        return chat.refused(
                INVALID_MEMBER,
                "AgentState",
                "AgentId",
                alice.id(),
                "Mrd",
                "strict",
                "State",
                "NOT_READY",
                "ReasonCode",
                "HOLIDAY");
    }

    Told invalidCredentials() {
        chat.refused(INVALID_CREDENTIALS, "Connect", "AgentId", "nobody", "Password", "x");
        Agent alice = chat.agent(desk, 0);
        chat.refused(INVALID_CREDENTIALS, "Connect", "AgentId", alice.id(), "Password", "wrong");
        alice.connect();
        return chat.refused(INVALID_CREDENTIALS, "Login", "AgentId", alice.id(), "Password", "wrong", "Mrd", "nowhere");
    }

    Told missingExtension() {
        return chat.refused(MISSING_EXTENSION, "Connect", "AgentId", "contact-centre-agent", "Password", "x");
    }

    Told directoryUnavailable() {
        return chat.refused(
                DIRECTORY_UNAVAILABLE,
                "Connect",
                "AgentId",
                "contact-centre-agent",
                "Password",
                "x",
                "Extension",
                "1000");
    }

    Told agentNotConnected() {
        return chat.refused(
                AGENT_NOT_CONNECTED, "Login", "AgentId", desk.agents().get(0), "Password", "wrong", "Mrd", "nowhere");
    }

    Told agentNotFound() {
        chat.refused(AGENT_NOT_FOUND, "GetAgentState", "AgentId", "nobody", "Mrd", "nowhere");
        return chat.refused(AGENT_NOT_FOUND, "AgentState", "AgentId", "nobody", "Mrd", "nowhere", "State", "ASLEEP");
    }

    Told agentNotInMrd() {
        Agent alice = chat.agent(desk, 0);
        alice.connect();
        chat.refused(AGENT_NOT_IN_MRD, "Login", "AgentId", alice.id(), "Password", Premises.PASSWORD, "Mrd", "vacant");
        chat.refused(AGENT_NOT_IN_MRD, "GetAgentState", "AgentId", alice.id(), "Mrd", "vacant");
        return chat.refused(AGENT_NOT_IN_MRD, "AgentState", "AgentId", alice.id(), "Mrd", "vacant", "State", "ASLEEP");
    }

    Told agentNotLoggedIn() {
        Agent alice = chat.agent(desk, 0);
        alice.login("chat");
        return chat.refused(
                AGENT_NOT_LOGGED_IN, "AgentState", "AgentId", alice.id(), "Mrd", "voice", "State", "ASLEEP");
    }

    Told mrdNotFound() {
        Agent alice = chat.agent(desk, 0);
        alice.connect();
        chat.refused(MRD_NOT_FOUND, "Login", "AgentId", alice.id(), "Password", Premises.PASSWORD, "Mrd", "nowhere");
        chat.refused(MRD_NOT_FOUND, "AgentState", "AgentId", alice.id(), "Mrd", "nowhere", "State", "READY");
        chat.refused(MRD_NOT_FOUND, "GetAgentState", "AgentId", alice.id(), "Mrd", "nowhere");
        return chat.refused(MRD_NOT_FOUND, "Task", "Mrd", "nowhere", "Queue", "nowhere");
    }

    Told invalidState() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        for (String state : List.of("RESERVED", "UNKNOWN", "ready", "LOGIN")) {
            chat.refused(INVALID_STATE, "AgentState", "AgentId", alice.id(), "Mrd", "chat", "State", state);
        }
        Told task = chat.task("chat", desk);
        return chat.refused(INVALID_STATE, "TaskState", "TaskId", task.task(), "State", "QUEUED");
    }

    Told invalidStateTransition() {
        Agent alice = chat.agent(desk, 0).ready("chat");
        chat.refused(INVALID_STATE_TRANSITION, "AgentState", "AgentId", alice.id(), "Mrd", "chat", "State", "LOGOUT");
        alice.takes(chat.task("chat", desk));
        alice.asks("chat", "NOT_READY");
        return chat.refused(
                INVALID_STATE_TRANSITION, "AgentState", "AgentId", alice.id(), "Mrd", "chat", "State", "LOGOUT");
    }

    Told missingReasonCode() {
        Agent alice = chat.agent(desk, 0).ready("strict");
        return chat.refused(
                MISSING_REASON_CODE, "AgentState", "AgentId", alice.id(), "Mrd", "strict", "State", "NOT_READY");
    }

    Told serviceUnavailable() throws Exception {
        Faults.always("general.GetAgentState", Faults.Point.HANDLED);
        try {
            Told error = chat.refused(
                    SERVICE_UNAVAILABLE,
                    "GetAgentState",
                    "AgentId",
                    desk.agents().get(0));
            assertThat(operator.take("DLQ", error.correlation()).type()).isEqualTo("GetAgentState");
            return error;
        } finally {
            Faults.disarm("general.GetAgentState", Faults.Point.HANDLED);
        }
    }
}
