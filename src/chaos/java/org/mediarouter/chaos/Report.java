package org.mediarouter.chaos;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mediarouter.chaos.checker.Checker;
import org.mediarouter.chaos.checker.Findings;
import org.mediarouter.chaos.history.History;
import org.mediarouter.chaos.plan.Run;

/**
 * What was done in a run and what was found.
 *
 * @param facts by name, in the order in which they are told
 * @param wrong what must not be, a line each
 */
record Report(Map<String, Object> facts, List<String> wrong) {

    static Report of(Experiment experiment, String plan, Run run, Path history) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("plan", plan);
        facts.put("seed", experiment.seed());
        facts.put("nodes", experiment.nodes());
        facts.put("database", experiment.layout().toString());
        facts.put("tasks per second", experiment.centre().rate());
        facts.put("agents", experiment.centre().agents());
        Findings findings = Checker.check(History.read(history));
        facts.put("strikes", run.strikes());
        facts.put("strikes by kind", findings.strikes());
        facts.put("tasks", findings.tasks());
        facts.put("commands accepted by the broker", findings.sent());
        facts.put("messages received", findings.received());
        facts.put("longest outage, s", findings.longestOutage().toMillis() / 1e3);
        facts.put(
                "longest gap between assignments, any MRD, s",
                findings.longestGap().toMillis() / 1e3);
        facts.putAll(run.figures());
        facts.put("violations of G1-G6", findings.violations().size());
        List<String> wrong = new ArrayList<>(run.complaints());
        findings.violations().forEach(violation -> wrong.add(violation.toString()));
        return new Report(facts, wrong);
    }

    boolean passed() {
        return wrong.isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> lines.add("  %-44s %s".formatted(name, value)));
        wrong.forEach(what -> lines.add("  WRONG: " + what));
        lines.add(passed() ? "No guarantee was broken." : wrong.size() + " things are wrong.");
        return lines;
    }

    void write(Path file) throws IOException {
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(file.toFile(), Map.of("passed", passed(), "facts", facts, "wrong", wrong));
    }
}
