package org.mediarouter.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A file of the flow as a tree whose places are known. */
final class RouteFile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path path;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<RouteMistake> mistakes = new ArrayList<>();
    private JsonNode root = MissingNode.getInstance();

    private RouteFile(Path path) {
        this.path = path;
    }

    /** Reads it; what is no YAML is among its {@link #mistakes()}. */
    static RouteFile read(Path path) {
        RouteFile file = new RouteFile(path);
        try (Reader reader = Files.newBufferedReader(path)) {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
            if (node != null) {
                file.root = file.tree(node, "");
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            file.mistake(mark == null ? 1 : mark.getLine() + 1, "no YAML: " + e.getProblem(), "mind the indentation");
        } catch (YAMLException | IOException e) {
            file.mistake(1, "the file can't be read: " + e.getMessage(), "it must be YAML in UTF-8");
        }
        return file;
    }

    private JsonNode tree(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node value : sequence.getValue()) {
                array.add(tree(value, pointer + "/" + array.size()));
            }
            return array;
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue().forEach(tuple -> member(object, tuple, pointer));
            return object;
        }
        return scalar((ScalarNode) node);
    }

    private void member(ObjectNode object, NodeTuple tuple, String pointer) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
        int line = tuple.getKeyNode().getStartMark().getLine() + 1;
        if (object.has(key)) {
            mistake(line, key + " is there twice", "the first is in line " + line(below));
        }
        lines.put(below, line);
        object.set(key, tree(tuple.getValueNode(), below));
    }

    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (node.getTag().equals(Tag.INT)) {
            return JSON.numberNode(Long.decode(value.replace("_", "")));
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        return JSON.textNode(value);
    }

    private void mistake(int line, String message, String remedy) {
        mistakes.add(new RouteMistake(path, line, message, remedy));
    }

    Path path() {
        return path;
    }

    /** The list of routes, templates and so on; missing where the file is no YAML. */
    JsonNode root() {
        return root;
    }

    List<RouteMistake> mistakes() {
        return mistakes;
    }

    /** The line of what a JSON pointer names, or of the nearest that holds it. */
    int line(String pointer) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        }
        return lines.getOrDefault(place, 1);
    }

    RouteMistake mistakeAt(String pointer, String message, String remedy) {
        return new RouteMistake(path, line(pointer), message, remedy);
    }
}
