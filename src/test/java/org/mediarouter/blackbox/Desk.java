package org.mediarouter.blackbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Four agents whom nobody else's tasks reach. Each test has desks of its own. */
record Desk(int number) {
    /** How many there are: floors 1 to 6, rooms 1 to 10, desks 1 to 4. */
    static final int COUNT = 240;

    private int floor() {
        return number / 40 + 1;
    }

    private int room() {
        return number / 4 % 10 + 1;
    }

    private int desk() {
        return number % 4 + 1;
    }

    /** What a task says that is meant for this desk. */
    Map<String, Object> attributes() {
        return Map.of("floor", floor(), "room", room(), "desk", desk());
    }

    /** What the routing configuration says of its agents. */
    String skills() {
        return "{Floor: " + floor() + ", Room: " + room() + ", Desk: " + desk() + "}";
    }

    List<String> agents() {
        return Stream.of("a", "b", "c", "d")
                .map(letter -> number + "-" + letter)
                .toList();
    }
}
