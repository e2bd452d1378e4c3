package org.mediarouter.chatserver;

/**
 * One hour of the real day. Waits in seconds, of those who were served.
 *
 * @param abandoned share of those who came
 */
public record HourOfData(
        int hour, int arrived, double abandoned, double meanWait, double medianWait, double ninetiethWait) {}
