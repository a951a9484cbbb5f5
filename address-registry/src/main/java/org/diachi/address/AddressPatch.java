package org.diachi.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * New values for some respects of an object; what a patch does not name stays. Immutable: each method returns a patch
 * that says more.
 */
public final class AddressPatch {

    /** Says nothing. */
    public static final AddressPatch EMPTY = new AddressPatch(new EnumMap<>(Field.class), Map.of());

    private enum Field {
        NAME,
        HOUSE_NUMBER,
        STREET,
        WARD,
        PLACING
    }

    private record Placing(PositionQuality quality, Point position, Geometry shape) {}

    private final EnumMap<Field, @Nullable Object> values;
    private final Map<String, @Nullable Object> details;

    private AddressPatch(EnumMap<Field, @Nullable Object> values, Map<String, @Nullable Object> details) {
        this.values = values;
        this.details = details;
    }

    /** Another name, or none. */
    public AddressPatch name(@Nullable String name) {
        return with(Field.NAME, name);
    }

    /** Another house number, or none. */
    public AddressPatch houseNumber(@Nullable String houseNumber) {
        return with(Field.HOUSE_NUMBER, houseNumber);
    }

    /** Another street, or none. */
    public AddressPatch street(@Nullable String street) {
        return with(Field.STREET, street);
    }

    /** The id of another place, or none. */
    public AddressPatch ward(@Nullable Long ward) {
        return with(Field.WARD, ward);
    }

    /**
     * Another position and outline.
     *
     * @param position in the storage CRS, inside the outline where there is one
     * @param shape the outline in the storage CRS; the position itself where none is known
     */
    public AddressPatch placing(PositionQuality quality, Point position, Geometry shape) {
        return with(Field.PLACING, new Placing(quality, position, shape));
    }

    /** Another value of a further fact, as JSON knows it; null takes the fact away. */
    public AddressPatch detail(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AddressPatch(values, Collections.unmodifiableMap(more));
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return values.isEmpty() && details.isEmpty();
    }

    private AddressPatch with(Field field, @Nullable Object value) {
        EnumMap<Field, @Nullable Object> more = new EnumMap<>(values);
        more.put(field, value);
        return new AddressPatch(more, details);
    }

    /** What a content says in the respects that the patch names. */
    List<@Nullable Object> read(AddressContent content) {
        List<@Nullable Object> found = new ArrayList<>();
        values.keySet().forEach(field -> found.add(read(content, field)));
        details.keySet().forEach(name -> found.add(content.details().get(name)));
        return found;
    }

    private static @Nullable Object read(AddressContent content, Field field) {
        return switch (field) {
            case NAME -> content.name();
            case HOUSE_NUMBER -> content.houseNumber();
            case STREET -> content.street();
            case WARD -> content.ward();
            case PLACING -> new Placing(content.quality(), content.position(), content.shape());
        };
    }

    /** The content with the new values. */
    AddressContent apply(AddressContent content) {
        Placing placing = (Placing) value(content, Field.PLACING);
        if (placing == null) {
            throw new IllegalStateException("Every object has a position");
        }
        return new AddressContent(
                content.kind(),
                content.status(),
                (String) value(content, Field.NAME),
                (String) value(content, Field.HOUSE_NUMBER),
                (String) value(content, Field.STREET),
                (Long) value(content, Field.WARD),
                placing.quality(),
                placing.position(),
                placing.shape(),
                content.locatedAt(),
                content.parts(),
                applyDetails(content.details()));
    }

    private @Nullable Object value(AddressContent content, Field field) {
        return values.containsKey(field) ? values.get(field) : read(content, field);
    }

    private Map<String, Object> applyDetails(Map<String, Object> before) {
        Map<String, Object> after = new LinkedHashMap<>(before);
        details.forEach((name, value) -> {
            if (value == null) {
                after.remove(name);
            } else {
                after.put(name, value);
            }
        });
        return after;
    }
}
