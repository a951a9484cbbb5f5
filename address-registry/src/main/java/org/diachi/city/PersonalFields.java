package org.diachi.city;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names of facts that tell of persons. What has one of these names never appears in a public answer; those who answer for
 * the register see it.
 */
public final class PersonalFields {

    /** Nothing is personal. */
    public static final PersonalFields NONE = new PersonalFields(Set.of());

    private static final JsonMapper JSON = new JsonMapper();

    /** What JSON writes as it is. */
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\p{Cntrl}]+");

    private final Set<String> names;

    private PersonalFields(Set<String> names) {
        this.names = names;
        for (String name : names) {
            if (!PLAIN.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A personal field has no quotes in its name, as \"" + name + "\" has");
            }
        }
    }

    /** Fields of these names. */
    public static PersonalFields of(Collection<String> names) {
        return names.isEmpty() ? NONE : new PersonalFields(Set.copyOf(names));
    }

    /** Whether a field tells of persons. */
    public boolean contains(String name) {
        return names.contains(name);
    }

    /**
     * What may be told to everyone.
     *
     * @param object JSON text of an object as the database writes it
     * @return the same text if it has no personal fields, otherwise the object without them
     */
    public String withoutThese(String object) {
        if (names.stream().noneMatch(name -> object.contains('"' + name + '"'))) {
            return object;
        }
        JsonNode read = JSON.readTree(object);
        return read instanceof ObjectNode members ? JSON.writeValueAsString(members.remove(names)) : object;
    }
}
