package org.diachi.address;

import java.util.List;
import java.util.Objects;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * An address object as it was on one day, with all that an answer shows of it.
 *
 * @param version of the object, rising by one with every act
 * @param valid the legal period of this state
 * @param ward where it lies; absent outside all wards
 * @param locatedAt the building or public space in which it is
 * @param parts entrances and units, which have no code
 * @param details what the source told beside the rest: a JSON object as text, absent if there was nothing
 * @param position in the storage CRS
 * @param outline in the storage CRS; absent if it is not known or was not asked for
 * @param changed the last entry of the change log that touched what is shown here
 */
public record AddressObject(
        Code code,
        int version,
        Period valid,
        AddressKind kind,
        AddressStatus status,
        @Nullable String name,
        @Nullable String houseNumber,
        @Nullable String street,
        @Nullable WardName ward,
        PositionQuality quality,
        @Nullable Code locatedAt,
        List<ExternalId> externalIds,
        List<Lineage> predecessors,
        List<Lineage> successors,
        List<Part> parts,
        @Nullable String details,
        Point position,
        @Nullable Geometry outline,
        long changed) {

    public AddressObject {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(position, "position");
        externalIds = List.copyOf(externalIds);
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
        parts = List.copyOf(parts);
    }

    /** The same object in a ward, with an outline, which an entry of the change log was the last to touch. */
    public AddressObject with(@Nullable WardName newWard, @Nullable Geometry newOutline, long newChanged) {
        return new AddressObject(
                code,
                version,
                valid,
                kind,
                status,
                name,
                houseNumber,
                street,
                newWard,
                quality,
                locatedAt,
                externalIds,
                predecessors,
                successors,
                parts,
                details,
                position,
                newOutline,
                newChanged);
    }
}
