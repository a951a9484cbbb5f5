package org.diachi.layer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.city.PersonalFields;
import org.jspecify.annotations.Nullable;

/**
 * A map layer of the catalogue.
 *
 * @param id of the layer in the register
 * @param collection its name in every API, such as {@code green-spaces}
 * @param titles what it is called, by language tag
 * @param geometryType {@code point}, {@code line}, {@code polygon}, {@code any} or {@code none}
 * @param fields the schema, in order
 * @param owner the agency that answers for it
 * @param isOpen whether everybody may read it
 */
public record Layer(
        int id,
        String collection,
        Map<String, String> titles,
        String geometryType,
        List<LayerField> fields,
        @Nullable String owner,
        boolean isOpen) {

    public Layer {
        Objects.requireNonNull(collection, "collection");
        titles = Map.copyOf(titles);
        fields = List.copyOf(fields);
    }

    /** Those of its fields that tell of persons. */
    public PersonalFields personalFields() {
        return PersonalFields.of(fields.stream()
                .filter(field -> Boolean.TRUE.equals(field.personal()))
                .map(LayerField::name)
                .toList());
    }
}
