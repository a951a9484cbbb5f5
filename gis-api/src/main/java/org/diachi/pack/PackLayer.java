package org.diachi.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.jspecify.annotations.Nullable;

/**
 * A layer that can be shown: one of the catalogue, the address objects, or the administrative units.
 *
 * @param collection its name in every API
 * @param titles what it is called, by language tag
 * @param geometryType {@code point}, {@code line}, {@code polygon} or {@code any}
 * @param fields its attributes that everybody may see, in order
 * @param owner the agency that answers for it
 * @param id in the catalogue; {@link #ADDRESSES} or {@link #PLACES} for those that are not there
 */
public record PackLayer(
        String collection,
        Map<String, String> titles,
        String geometryType,
        List<LayerField> fields,
        @Nullable String owner,
        int id) {

    static final int ADDRESSES = -1;
    static final int PLACES = -2;

    public PackLayer {
        Objects.requireNonNull(collection, "collection");
        titles = Map.copyOf(titles);
        fields = List.copyOf(fields);
    }

    /** The address objects, by their outlines where they are known. */
    static PackLayer addresses() {
        return new PackLayer(
                "addresses",
                Map.of("en", "Addresses", "vi", "Địa chỉ"),
                "any",
                texts("kind", "status", "name", "houseNumber", "street", "ward"),
                null,
                ADDRESSES);
    }

    /** The administrative units. */
    static PackLayer places() {
        return new PackLayer(
                "places",
                Map.of("en", "Administrative units", "vi", "Đơn vị hành chính"),
                "polygon",
                texts("code", "level", "typeWord", "name", "fullName"),
                null,
                PLACES);
    }

    /** A layer of the catalogue. */
    static PackLayer of(Layer layer) {
        List<LayerField> fields = new ArrayList<>(layer.fields());
        fields.removeIf(field -> Boolean.TRUE.equals(field.personal()));
        fields.addAll(texts("plan"));
        return new PackLayer(
                layer.collection(), layer.titles(), layer.geometryType(), fields, layer.owner(), layer.id());
    }

    private static List<LayerField> texts(String... names) {
        return Arrays.stream(names)
                .map(name -> new LayerField(name, "string", Map.of(), null, null))
                .toList();
    }

    /** The names of the attributes, in order. */
    public List<String> columns() {
        return fields.stream().map(LayerField::name).toList();
    }

    /** Whether it is one of the catalogue, whose features may belong to plans. */
    boolean isOfCatalogue() {
        return id > 0;
    }

    /** Houses stand apart; zones, units and the like meet. */
    boolean sharesBorders() {
        return id != ADDRESSES && !geometryType.equals("line") && !geometryType.equals("point");
    }

    /** Whether the ids of its features are codes of address objects. */
    public boolean hasCodes() {
        return id == ADDRESSES;
    }
}
