package org.mediarouter.fakefinesse;

import java.time.Duration;
import java.util.Random;

/** What goes wrong on request. All may be changed at any time; nothing goes wrong at first. */
public final class Faults {
    private volatile RestFault rest = RestFault.NONE;
    private volatile Duration pushDelay = Duration.ZERO;
    private volatile boolean pushFirst;
    private volatile boolean lowerCaseEvent;
    private volatile boolean otherOrder;
    private volatile boolean upperCaseUser;
    private volatile boolean bareAmpersand;
    private volatile String namespace = "urn:xmpp:push:0";
    private double drop;
    private double twice;
    private double swap;
    private Random random = new Random(1);

    public void rest(RestFault fault) {
        rest = fault;
    }

    RestFault rest() {
        return rest;
    }

    /** How long after the REST answer a notification goes out. */
    public void pushDelay(Duration delay) {
        pushDelay = delay;
    }

    Duration pushDelay() {
        return pushDelay;
    }

    /** Notifications go out before the REST answer. */
    public void pushBeforeAnswer(boolean first) {
        pushFirst = first;
    }

    boolean pushFirst() {
        return pushFirst;
    }

    /** {@code put} instead of {@code PUT}. */
    public void lowerCaseEvent(boolean on) {
        lowerCaseEvent = on;
    }

    /** The children of Update in another order. */
    public void otherOrder(boolean on) {
        otherOrder = on;
    }

    /** {@code User} instead of {@code user}. */
    public void upperCaseUser(boolean on) {
        upperCaseUser = on;
    }

    /** A call variable with an ampersand that nobody escaped. */
    public void bareAmpersand(boolean on) {
        bareAmpersand = on;
    }

    /** Of {@code notification}. */
    public void namespace(String uri) {
        namespace = uri;
    }

    /** Which share of the notifications is lost, sent twice, or sent after the next one (0 to 1 each). */
    public synchronized void chance(double dropped, double doubled, double swapped, long seed) {
        drop = dropped;
        twice = doubled;
        swap = swapped;
        random = new Random(seed);
    }

    /** What happens to the next notification. */
    enum Fate {
        SENT,
        DROPPED,
        DOUBLED,
        SWAPPED
    }

    synchronized Fate fate() {
        double dice = random.nextDouble();
        if (dice < drop) {
            return Fate.DROPPED;
        }
        if (dice < drop + twice) {
            return Fate.DOUBLED;
        }
        return dice < drop + twice + swap ? Fate.SWAPPED : Fate.SENT;
    }

    /** The whole {@code notification}, its payload escaped once, as on the wire. */
    String notification(String source, String event, String requestId, String data) {
        String inner = data;
        if (upperCaseUser) {
            inner = inner.replace("<user>", "<User>").replace("</user>", "</User>");
        }
        if (bareAmpersand) {
            inner = inner.replace("&amp;", "&");
        }
        String type = "<event>" + (lowerCaseEvent ? event.toLowerCase(java.util.Locale.ROOT) : event) + "</event>";
        String request = "<requestId>" + Xml.escape(requestId) + "</requestId>";
        String from = "<source>" + source + "</source>";
        String content = "<data>" + inner + "</data>";
        String update = otherOrder ? content + request + from + type : content + type + request + from;
        return notification("<Update>" + update + "</Update>");
    }

    /** The same, around an update that is given. */
    String notification(String update) {
        return "<notification xmlns='" + Xml.escape(namespace) + "'>" + Xml.escape(update) + "</notification>";
    }
}
