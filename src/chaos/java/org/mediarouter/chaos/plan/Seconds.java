package org.mediarouter.chaos.plan;

import java.util.List;

/** Measured times, in order of size. */
record Seconds(List<Double> values) {
    static Seconds of(List<Double> measured) {
        return new Seconds(measured.stream().sorted().toList());
    }

    double median() {
        int half = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
    }

    double worst() {
        return values.get(values.size() - 1);
    }

    /** Says them in the run's figures, as {@code WHAT, median} and so on. */
    void into(Run run, String what) {
        run.figure(what + ", times measured", values.size());
        if (!values.isEmpty()) {
            run.figure(what + ", median", median());
            run.figure(what + ", worst", worst());
        }
    }
}
