package org.diachi.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from and how it is to be read. In a mapping file a plain string is the name of a field; everything
 * else is told by keys.
 *
 * @param fields the fields of the file, joined by {@code with} where there are several; the first that has a value
 *     counts where {@code with} is absent
 * @param with stands between the values of several fields
 * @param value a constant, instead of fields
 * @param type {@code text} (default), {@code number}, {@code integer} or {@code date}
 * @param unit the unit of measure in the file; the register's is the layer's
 * @param to the unit of measure in the register
 * @param codes code in the file → code in the register; values that are not listed stay as they are
 * @param codeList a list of the city profile that the value must be in
 * @param empty further values that stand for an empty field, such as 999 for an unknown year
 * @param expected whether an empty field is worth a warning
 * @param required whether a row without it is refused
 */
public record FieldRule(
        List<String> fields,
        @Nullable String with,
        @Nullable String value,
        ValueType type,
        @Nullable Unit unit,
        @Nullable Unit to,
        Map<String, String> codes,
        @Nullable String codeList,
        List<String> empty,
        boolean expected,
        boolean required) {

    /** What a value is read as. */
    public enum ValueType {
        TEXT,
        NUMBER,
        INTEGER,
        DATE
    }

    public FieldRule {
        fields = List.copyOf(fields);
        codes = Map.copyOf(codes);
        empty = List.copyOf(empty);
        if (fields.isEmpty() == (value == null)) {
            throw new MappingException("A rule needs either fields or a constant value");
        }
        if ((unit == null) != (to == null)) {
            throw new MappingException(
                    "A unit in the file (unit) needs a unit in the register (to), and the other way");
        }
    }

    /** The value of one field, as it is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FieldRule ofField(String field) {
        return new FieldRule(
                List.of(field), null, null, ValueType.TEXT, null, null, Map.of(), null, List.of(), false, false);
    }

    /** As told by keys of the mapping file. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static FieldRule ofKeys(
            @JsonProperty("field") @Nullable String field,
            @JsonProperty("fields") @Nullable List<String> fields,
            @JsonProperty("with") @Nullable String with,
            @JsonProperty("value") @Nullable String value,
            @JsonProperty("type") @Nullable ValueType type,
            @JsonProperty("unit") @Nullable Unit unit,
            @JsonProperty("to") @Nullable Unit to,
            @JsonProperty("codes") @Nullable Map<String, String> codes,
            @JsonProperty("codeList") @Nullable String codeList,
            @JsonProperty("empty") @Nullable List<String> empty,
            @JsonProperty("expected") @Nullable Boolean expected,
            @JsonProperty("required") @Nullable Boolean required) {
        List<String> all = fields != null ? fields : field != null ? List.of(field) : List.of();
        ValueType kind = type != null ? type : unit != null ? ValueType.NUMBER : ValueType.TEXT;
        return new FieldRule(
                all,
                with,
                value,
                kind,
                unit,
                to,
                codes == null ? Map.of() : codes,
                codeList,
                empty == null ? List.of() : empty,
                Boolean.TRUE.equals(expected),
                Boolean.TRUE.equals(required));
    }
}
