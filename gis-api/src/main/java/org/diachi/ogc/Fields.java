package org.diachi.ogc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diachi.layer.LayerField;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The properties of features. */
final class Fields {

    private Fields() {}

    /** Properties that are texts. */
    static List<LayerField> texts(String... names) {
        return Arrays.stream(names)
                .map(name -> new LayerField(name, "string", Map.of(), null, null))
                .toList();
    }

    /** Writes a whole number, or null. */
    static void writeNumber(JsonGenerator json, String name, @Nullable Number number) {
        json.writeName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number.longValue());
        }
    }

    /** Writes what every state has. */
    static void writeState(JsonGenerator json, Period valid, int version) {
        json.writeStringProperty("validFrom", valid.from().toString());
        json.writeName("validTo");
        LocalDate end = valid.to();
        if (end == null) {
            json.writeNull();
        } else {
            json.writeString(end.toString());
        }
        json.writeNumberProperty("version", version);
    }

    /**
     * Goes on with the members of an object that the database has written, as they are; parsing them only to write them
     * again would cost more than all the rest.
     *
     * @param object JSON text of an object; members must have been written before it
     */
    static void writeMembers(JsonGenerator json, String object) {
        String members = object.substring(object.indexOf('{') + 1, object.lastIndexOf('}'))
                .strip();
        if (!members.isEmpty()) {
            json.writeRaw(',');
            json.writeRaw(members);
        }
    }
}
