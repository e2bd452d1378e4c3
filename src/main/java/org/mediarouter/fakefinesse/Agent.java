package org.mediarouter.fakefinesse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One agent as Finesse holds him. Guarded by {@link Floor}. */
final class Agent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    final String id;
    VoiceState state = VoiceState.LOGOUT;
    /** What comes after the call, where somebody asked for it. */
    @Nullable
    VoiceState pending;
    /** What comes after the call else. */
    VoiceState before = VoiceState.NOT_READY;

    int reason = -1;
    String extension = "";

    @Nullable
    Instant changed;

    @Nullable
    String dialog;

    Agent(String id) {
        this.id = id;
    }

    String uri() {
        return "/finesse/api/User/" + id;
    }

    /** The full object; real notifications name it {@code user}, REST answers {@code User}. */
    String xml(String element) {
        return "<" + element + "><dialogs>" + uri() + "/Dialogs</dialogs><extension>" + Xml.escape(extension)
                + "</extension><firstName>Agent</firstName><lastName>" + Xml.escape(id) + "</lastName><loginId>"
                + Xml.escape(id) + "</loginId><loginName>" + Xml.escape(id) + "</loginName><mediaType>1</mediaType>"
                + "<pendingState>" + (pending == null ? "" : pending) + "</pendingState><reasonCodeId>" + reason
                + "</reasonCodeId><roles><role>Agent</role></roles><settings><wrapUpOnIncoming>OPTIONAL</wrapUpOnIncoming>"
                + "</settings><state>" + state + "</state><stateChangeTime>"
                + (changed == null ? "" : TIME.format(changed)) + "</stateChangeTime><teamId>1</teamId>"
                + "<teamName>Default</teamName><uri>" + uri() + "</uri></" + element + ">";
    }

    String dialogXml(String dialogState) {
        return "<Dialog><fromAddress>5551234</fromAddress><id>" + dialog
                + "</id><mediaProperties><callvariables><CallVariable><name>callVariable1</name><value>Smith &amp; Sons"
                + "</value></CallVariable></callvariables></mediaProperties><mediaType>Voice</mediaType><state>"
                + dialogState + "</state><toAddress>" + Xml.escape(extension) + "</toAddress><uri>/finesse/api/Dialog/"
                + dialog + "</uri></Dialog>";
    }
}
