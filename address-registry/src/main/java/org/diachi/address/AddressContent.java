package org.diachi.address;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * What the register says of an address object on one day.
 *
 * @param ward id of the place
 * @param quality how the position was found, and how exact it is
 * @param position in the storage CRS, inside the outline where there is one
 * @param shape the outline in the storage CRS; the position itself where no outline is known
 * @param locatedAt the building or public space that a business is in
 * @param parts entrances and units
 * @param details further facts by name, values as JSON knows them
 */
public record AddressContent(
        AddressKind kind,
        AddressStatus status,
        @Nullable String name,
        @Nullable String houseNumber,
        @Nullable String street,
        @Nullable Long ward,
        PositionQuality quality,
        Point position,
        Geometry shape,
        @Nullable Code locatedAt,
        List<Part> parts,
        Map<String, Object> details) {

    public AddressContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(quality, "quality");
        if (position.isEmpty() || shape.isEmpty()) {
            throw new IllegalArgumentException("An address object needs a position");
        }
        if (locatedAt != null && kind == AddressKind.BUILDING) {
            throw new IllegalArgumentException("A building is not located at another object");
        }
        parts = List.copyOf(parts);
        details = Map.copyOf(details);
    }

    /** Whether there is an outline. */
    public boolean hasOutline() {
        return shape.getDimension() > 0;
    }

    /** The same object in another status. */
    public AddressContent withStatus(AddressStatus newStatus) {
        return new AddressContent(
                kind, newStatus, name, houseNumber, street, ward, quality, position, shape, locatedAt, parts, details);
    }

    /** The same object in another ward. */
    public AddressContent withWard(@Nullable Long newWard) {
        return new AddressContent(
                kind, status, name, houseNumber, street, newWard, quality, position, shape, locatedAt, parts, details);
    }

    /** The same object with another address. */
    public AddressContent withAddress(@Nullable String newHouseNumber, @Nullable String newStreet) {
        return new AddressContent(
                kind,
                status,
                name,
                newHouseNumber,
                newStreet,
                ward,
                quality,
                position,
                shape,
                locatedAt,
                parts,
                details);
    }

    /** The same object with other entrances and units. */
    public AddressContent withParts(List<Part> newParts) {
        return new AddressContent(
                kind, status, name, houseNumber, street, ward, quality, position, shape, locatedAt, newParts, details);
    }

    /** The same object with the position and outline of another row. */
    AddressContent withOutlineOf(AddressContent row) {
        return new AddressContent(
                kind,
                status,
                name,
                houseNumber,
                street,
                ward,
                row.quality,
                row.position,
                row.shape,
                locatedAt,
                parts,
                details);
    }

    /** The same business in another building or public space. */
    public AddressContent withLocatedAt(@Nullable Code place) {
        return new AddressContent(
                kind, status, name, houseNumber, street, ward, quality, position, shape, place, parts, details);
    }
}
