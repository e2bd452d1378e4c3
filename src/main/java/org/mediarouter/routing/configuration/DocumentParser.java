package org.mediarouter.routing.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/**
 * Reads YAML as plain data. It composes nodes and never constructs objects, so that no tag can name a class; aliases,
 * depth and size have limits, so that no small file becomes a large one.
 */
final class DocumentParser {

    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 4_000_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MistakeLog log;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private DocumentParser(MistakeLog log) {
        this.log = log;
    }

    /** The document; null where it can't be read at all, which the log then says. */
    static @Nullable Document parse(String text, MistakeLog log) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_CHARACTERS);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                log.add(Place.START, "the file is empty", "at least mediaRoutingDomains is needed");
                return null;
            }
            DocumentParser parser = new DocumentParser(log);
            JsonNode root = parser.value(node, "");
            return new Document(root, parser.places, parser.keys);
        } catch (MarkedYAMLException e) {
            // The exception's own text quotes the line, which may hold a password's hash.
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
            log.add(
                    place(mark, ' '),
                    "this can't be read as YAML: " + problem,
                    "check indentation, quotes and brackets");
            return null;
        } catch (TooLargeException e) {
            log.add(Place.START, "the file's aliases make it too large", "write out what its aliases stand for");
            return null;
        } catch (YAMLException e) {
            log.add(
                    Place.START,
                    "this can't be read as YAML",
                    "at most " + MOST_ALIASES + " aliases of collections, " + DEEPEST
                            + " levels and 64 MiB are allowed");
            return null;
        }
    }

    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private JsonNode value(Node node, String pointer) {
        if (++values > MOST_VALUES) {
            throw new TooLargeException();
        }
        Place place = place(node.getStartMark(), node instanceof ScalarNode scalar ? style(scalar) : ' ');
        places.put(pointer, place);
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, place);
        }
        if (!open.add(node)) {
            log.add(place, "an alias stands within what it stands for", "write it out");
            return JSON.nullNode();
        }
        JsonNode value = node instanceof MappingNode mapping ? object(mapping, pointer) : array(node, pointer);
        open.remove(node);
        return value;
    }

    private JsonNode array(Node node, String pointer) {
        ArrayNode array = JSON.arrayNode();
        if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node element : sequence.getValue()) {
                array.add(value(element, Document.at(pointer, index++)));
            }
        }
        return array;
    }

    private JsonNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Place keyPlace = place(tuple.getKeyNode().getStartMark(), ' ');
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                log.add(keyPlace, "a name is expected here, not a list or a map", "write NAME: VALUE");
                continue;
            }
            String name = key.getValue();
            String member = Document.at(pointer, name);
            Place first = keys.putIfAbsent(member, keyPlace);
            if (first != null) {
                log.add(keyPlace, "'" + name + "' is here twice", "first on line " + first.line());
                continue;
            }
            object.set(name, value(tuple.getValueNode(), member));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode scalar, Place place) {
        String tag = scalar.getTag().getValue();
        if (!tag.startsWith(Tag.PREFIX) || tag.equals(Tag.BINARY.getValue())) {
            log.add(place, "tags are not allowed", "leave out " + tag);
        }
        return Scalars.value(
                scalar.getValue(), scalar.isPlain() && !scalar.getTag().equals(Tag.BINARY));
    }

    private static char style(ScalarNode scalar) {
        Character style = scalar.getScalarStyle().getChar();
        return style == null ? ' ' : style;
    }

    private static Place place(@Nullable Mark mark, char style) {
        return mark == null ? Place.START : new Place(mark.getLine() + 1, mark.getColumn() + 1, style);
    }
}
