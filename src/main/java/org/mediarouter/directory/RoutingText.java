package org.mediarouter.directory;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The text of {@code routing.yaml} as lines, with the place in it that belongs to UMM's agents. */
final class RoutingText {
    static final String BEGIN = "# >>> agents of UMM, written again and again: what is changed by hand here is lost";
    static final String END = "# <<< agents of UMM";

    private static final Pattern LINE =
            Pattern.compile("[^\\n\\r\\x{85}\\x{2028}\\x{2029}]*(\\r\\n|[\\n\\r\\x{85}\\x{2028}\\x{2029}]|\\z)");
    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    private final List<String> lines;
    private final String indentation;
    /** The lines that are replaced: from the first one up to, without, the last one. */
    private final int from;

    private final int to;
    private final String before;
    private final Set<String> byHand = new TreeSet<>();
    private final Set<String> synchronised = new TreeSet<>();

    private RoutingText(List<String> lines, String indentation, int from, int to, String before) {
        this.lines = lines;
        this.indentation = indentation;
        this.from = from;
        this.to = to;
        this.before = before;
    }

    /** The message says why UMM's agents have no place in it, and what would be right. */
    static final class NoPlaceException extends Exception {
        private static final long serialVersionUID = 1;

        NoPlaceException(String message) {
            super(message);
        }
    }

    static RoutingText of(String text) throws NoPlaceException {
        List<String> lines = LINE.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(line -> !line.isEmpty())
                .toList();
        NodeTuple agents = agents(text);
        RoutingText routing = place(lines, agents);
        if (agents != null && agents.getValueNode() instanceof SequenceNode sequence) {
            for (Node agent : sequence.getValue()) {
                routing.sort(agent);
            }
        }
        return routing;
    }

    private static @Nullable NodeTuple agents(String text) throws NoPlaceException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        try {
            if (new Yaml(new SafeConstructor(options)).compose(new StringReader(text)) instanceof MappingNode root) {
                return root.getValue().stream()
                        .filter(tuple -> "agents".equals(scalar(tuple.getKeyNode())))
                        .findFirst()
                        .orElse(null);
            }
        } catch (YAMLException e) {
            throw new NoPlaceException("the configuration in force can't be read as YAML");
        }
        throw new NoPlaceException("the configuration in force is no mapping");
    }

    private static RoutingText place(List<String> lines, @Nullable NodeTuple agents) throws NoPlaceException {
        List<Integer> begins = those(lines, BEGIN);
        List<Integer> ends = those(lines, END);
        if (begins.size() == 1 && ends.size() == 1 && begins.get(0) < ends.get(0)) {
            String first = lines.get(begins.get(0));
            return new RoutingText(lines, first.substring(0, first.indexOf('#')), begins.get(0), ends.get(0) + 1, "");
        }
        if (!begins.isEmpty() || !ends.isEmpty()) {
            throw new NoPlaceException("the lines \"" + BEGIN + "\" and \"" + END
                    + "\" must be there once each, in this order, or not at all");
        }
        if (agents == null) {
            return new RoutingText(lines, "  ", lines.size(), lines.size(), "agents:");
        }
        int line = agents.getKeyNode().getEndMark().getLine();
        if (agents.getValueNode() instanceof SequenceNode sequence
                && sequence.getFlowStyle() == FlowStyle.BLOCK
                && sequence.getStartMark().getLine() > line) {
            return new RoutingText(lines, " ".repeat(sequence.getStartMark().getColumn()), line + 1, line + 1, "");
        }
        throw new NoPlaceException("agents: is no list with one agent a line, below it; without agents leave it out");
    }

    private static List<Integer> those(List<String> lines, String wanted) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().equals(wanted))
                .boxed()
                .toList();
    }

    private void sort(Node agent) throws NoPlaceException {
        String id = member(agent, "id");
        int line = agent.getStartMark().getLine();
        if (id == null) {
            return;
        }
        if (line < from || line >= to) {
            byHand.add(id);
        } else if ("umm".equals(member(agent, "source"))) {
            synchronised.add(id);
        } else {
            throw new NoPlaceException("agent " + id
                    + " stands among those of UMM without source: umm; move him out of there, below \"" + END + "\"");
        }
    }

    private static @Nullable String member(Node node, String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (name.equals(scalar(tuple.getKeyNode()))) {
                    return scalar(tuple.getValueNode());
                }
            }
        }
        return null;
    }

    private static @Nullable String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** The agents outside of UMM's place. */
    Set<String> byHand() {
        return byHand;
    }

    /** The agents in it. */
    Set<String> synchronised() {
        return synchronised;
    }

    /** The same text with these lines in UMM's place. */
    String with(List<String> agents) {
        List<String> block = new ArrayList<>();
        if (!before.isEmpty()) {
            block.add(before);
        }
        block.add(indentation + BEGIN);
        if (agents.isEmpty() && byHand.isEmpty()) {
            block.add(indentation + "[]");
        }
        agents.forEach(agent -> block.add(indentation + agent));
        block.add(indentation + END);

        String end = lines.isEmpty() || !lines.get(0).endsWith("\r\n") ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder();
        lines.subList(0, from).forEach(text::append);
        if (from > 0 && !ended(lines.get(from - 1))) {
            text.append(end);
        }
        boolean last = to == lines.size() && to > from && !ended(lines.get(to - 1));
        text.append(String.join(end, block)).append(last ? "" : end);
        lines.subList(to, lines.size()).forEach(text::append);
        return text.toString();
    }

    private static boolean ended(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() && !matcher.group(1).isEmpty();
    }
}
