package org.mediarouter.blackbox;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that the node of the suite starts from: the shipped ones, with the suite's own floor, taps and faults. */
final class Premises {
    static final String PASSWORD = "secret";

    private static final String DESK_MRDS =
            "{chat: {}, voice: {}, yield: {}, ring: {}, brief: {}, offer: {}, offer-ring: {}, strict: {}}";
    private static final String TAPS = """
                <diverts>
                  <divert name="tap-engine">
                    <address>RoutingEngine</address><forwarding-address>Tap.RoutingEngine</forwarding-address>
                    <filter string="JMSCorrelationID LIKE 'tap-%'"/><exclusive>false</exclusive>
                  </divert>
                  <divert name="tap-communication">
                    <address>CommunicationServer</address><forwarding-address>Tap.CommunicationServer</forwarding-address>
                    <filter string="JMSCorrelationID LIKE 'tap-%'"/><exclusive>false</exclusive>
                  </divert>
                </diverts>
            """;
    private static final String TAP_QUEUES = """
                <address name="Tap.RoutingEngine"><anycast><queue name="Tap.RoutingEngine"/></anycast></address>
                <address name="Tap.CommunicationServer"><anycast><queue name="Tap.CommunicationServer"/></anycast></address>
            """;

    private Premises() {}

    /** Writes {@code config} and {@code routes} there. */
    static void lay(Path home) throws IOException {
        Path config = Files.createDirectories(home.resolve("config"));
        Path routes = Files.createDirectories(home.resolve("routes"));
        for (Path file : files(Path.of("config"))) {
            Files.copy(file, config.resolve(file.getFileName()));
        }
        for (Path file : files(Path.of("routes"))) {
            Files.writeString(routes.resolve(file.getFileName()), withFaults(Files.readString(file)));
        }
        Path broker = config.resolve("broker.xml");
        Files.writeString(broker, tapped(Files.readString(broker)));
        Files.writeString(config.resolve("routing.yaml"), routing());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String tapped(String broker) {
        return broker.replaceFirst("<max-disk-usage>\\d+<", "<max-disk-usage>-1<")
                .replace("<addresses>", "<addresses>\n" + TAP_QUEUES)
                .replace("</addresses>", "</addresses>\n" + TAPS);
    }

    /** Behind each handler and each sending, a call that a test can make fail. */
    private static String withFaults(String routes) {
        return routes.replaceAll(
                        "( *)- process: \\{ref: \"handle-([a-z-]+)\\.\\{\\{type}}\"}\n *- process: \\{ref: send}",
                        "$0\n" + call("sent"))
                .replaceAll("( *)- process: \\{ref: \"handle-([a-z-]+)\\.\\{\\{type}}\"}", "$0\n" + call("handled"));
    }

    private static String call(String method) {
        return "$1- bean: {beanType: " + Faults.class.getName() + ", method: \"" + method + "('$2.{{type}}')\"}";
    }

    private static String routing() throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream shipped = Premises.class.getResourceAsStream("/blackbox/routing.yaml")) {
            text.append(new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8));
        }
        String quick = hash(4);
        for (int i = 0; i < Desk.COUNT; i++) {
            Desk desk = new Desk(i);
            desk.agents().forEach(id -> agent(text, id, quick, DESK_MRDS, desk.skills()));
        }
        agent(text, "4711", quick, "{chat: {}}", "{}");
        agent(text, "figures-a", quick, "{chat: {}}", "{Floor: 9}");
        agent(text, "figures-b", quick, "{chat: {}}", "{Floor: 9}");
        for (int i = 0; i < 100; i++) {
            agent(text, "order-" + i, quick, "{order: {}}", "{}");
        }
        for (int i = 0; i < 20; i++) {
            agent(text, "work-" + i, quick, "{work: {}}", "{}");
        }
        String shipped = hash(10);
        for (int i = 0; i < 500; i++) {
            agent(text, "storm-" + i, shipped, "{storm: {}}", "{}");
        }
        return text.toString();
    }

    private static void agent(StringBuilder text, String id, String hash, String mrds, String attributes) {
        text.append("  - {id: \"" + id + "\", password: \"" + hash + "\", mrds: " + mrds + ", attributes: " + attributes
                + "}\n");
    }

    private static String hash(int cost) {
        return BCrypt.withDefaults().hashToString(cost, PASSWORD.toCharArray());
    }
}
