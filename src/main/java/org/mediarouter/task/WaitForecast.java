package org.mediarouter.task;

/**
 * How long those who wait in a queue go on to wait, by their places: the line moves on as tasks are served, and the faster
 * the more stand in it who may leave.
 *
 * @param offset seconds that every wait is longer, or shorter, than the line alone would say
 * @param scale by which the line's own time is multiplied
 * @param served tasks a second taken from the line while somebody waits
 * @param leaving part of those waiting that leaves in a second
 */
public record WaitForecast(double offset, double scale, double served, double leaving) {

    /**
     * Seconds until a task is served.
     *
     * @param place from 1
     */
    public double seconds(int place) {
        return Math.max(0, offset + scale * line(place, served, leaving));
    }

    /**
     * What a line of so many takes with these rates: the sum of 1 / (served + i leaving) for i from 0 to place - 1 (W. Whitt,
     * Improving Service by Informing Customers about Anticipated Delays, Management Science 45, 1999), from the second term
     * on by its integral.
     */
    public static double line(int place, double served, double leaving) {
        double first = 1 / served;
        if (leaving <= 0) {
            return place * first;
        }
        return first + Math.log((served + (place - 0.5) * leaving) / (served + 0.5 * leaving)) / leaving;
    }
}
