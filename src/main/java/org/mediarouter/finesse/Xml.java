package org.mediarouter.finesse;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of what Finesse says. Names are local and in lower case: Finesse writes {@code <User>} in one place and
 * {@code <user>} in another, and its namespaces differ between releases.
 *
 * @param text the element's own text, stripped
 */
record Xml(String name, String text, List<Xml> children) {
    /** The longest document that is read, in characters. */
    static final int LONGEST = 256 * 1024;

    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    Xml {
        children = List.copyOf(children);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Reads a document.
     *
     * @throws Unreadable it is too long, too deep, declares a document type, or is no XML
     */
    static Xml read(String document) throws Unreadable {
        if (document.length() > LONGEST) {
            throw new Unreadable("it is longer than " + LONGEST + " characters");
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document.strip()));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new Unreadable("it declares a document type");
                }
            }
            Xml root = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException | RuntimeException e) {
            // Not its message: that may quote what stands there.
            throw new Unreadable("it is no XML");
        }
    }

    private static Xml element(XMLStreamReader reader, int depth) throws XMLStreamException, Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable("it is nested deeper than " + DEEPEST);
        }
        String name = reader.getLocalName().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        List<Xml> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("it refers to an entity that isn't there");
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Xml(name, text.toString().strip(), children);
                }
                default -> {
                    // Comments and processing instructions say nothing to us.
                }
            }
        }
    }

    /** The first child of that name (in lower case). */
    @Nullable
    Xml child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst().orElse(null);
    }

    /** The text of the first child of that name; empty without one. */
    String textOf(String wanted) {
        Xml child = child(wanted);
        return child == null ? "" : child.text;
    }

    /** Puts a text where XML has one. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What was said is no XML that we read; the message tells why, and nothing of what stood there. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }
}
