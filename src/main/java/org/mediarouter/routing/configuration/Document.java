package org.mediarouter.routing.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A YAML document as JSON, with the place of every value.
 *
 * @param places by JSON pointer
 * @param keys places of members' names, by the JSON pointer of the member
 */
record Document(JsonNode root, Map<String, Place> places, Map<String, Place> keys) {

    Place place(String pointer) {
        String path = pointer;
        while (!path.isEmpty()) {
            Place place = places.get(path);
            if (place != null) {
                return place;
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return places.getOrDefault("", Place.START);
    }

    Place key(String pointer) {
        Place place = keys.get(pointer);
        return place == null ? place(pointer) : place;
    }

    /** The pointer of a member or element. */
    static String at(String pointer, Object part) {
        return pointer + "/" + part.toString().replace("~", "~0").replace("/", "~1");
    }
}
