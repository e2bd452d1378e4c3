package org.mediarouter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files of the flow a node runs: those that its roles are for, and whatever integrators have put beside them. */
final class FlowFiles {
    private static final String END = ".camel.yaml";

    private static final Map<String, Role> OURS = Map.of(
            "general", Role.COMMUNICATION_SERVER,
            "sign-in", Role.COMMUNICATION_SERVER,
            "communication-server", Role.COMMUNICATION_SERVER,
            "directory-umm", Role.COMMUNICATION_SERVER,
            "umm-agents", Role.COMMUNICATION_SERVER,
            "routing-engine", Role.ROUTING_ENGINE);

    private final Settings settings;

    FlowFiles(Settings settings) {
        this.settings = settings;
    }

    /** Whether this node runs what is in the file of that name. */
    boolean runs(String file) {
        if (!file.endsWith(END)) {
            return false;
        }
        String name = file.substring(0, file.length() - END.length());
        if (name.equals("directory-umm") && settings.ummUrl().isEmpty()) {
            return false;
        }
        if (name.equals("umm-agents") && !settings.synchronisesAgents()) {
            return false;
        }
        Role role = OURS.get(name);
        return role == null || settings.has(role);
    }

    /** What Camel loads when the node starts; ours are named though they may be missing, so that they are missed. */
    String pattern() throws IOException {
        Set<String> files =
                new TreeSet<>(OURS.keySet().stream().map(name -> name + END).toList());
        files.add("errors" + END);
        try (Stream<Path> there = Files.list(settings.routes())) {
            there.map(file -> String.valueOf(file.getFileName())).forEach(files::add);
        }
        List<String> run = files.stream().filter(this::runs).toList();
        return run.stream()
                .map(file -> "file:" + settings.routes().resolve(file))
                .collect(Collectors.joining(","));
    }
}
