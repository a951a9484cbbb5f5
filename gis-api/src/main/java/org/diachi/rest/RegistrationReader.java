package org.diachi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressReader;
import org.diachi.api.dto.AddressRegistrationDto;
import org.diachi.api.dto.RegistrationPropertiesDto;
import org.diachi.change.Snapshot;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.place.Wards;
import org.diachi.registry.Registry;
import org.diachi.security.ActRights;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.CodeReader;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Reads what a caller tells of a new object, and refuses what the register could not hold. */
@Component
class RegistrationReader {

    private final Registry registry;
    private final AddressReader addresses;
    private final TimeParameters times;
    private final ActRights rights;

    RegistrationReader(Registry registry, TimeParameters times, ActRights rights) {
        this.registry = registry;
        this.rights = rights;
        this.addresses = registry.addressReader();
        this.times = times;
    }

    /** What was told, as the register takes it. */
    record Told(AddressContent content, List<ExternalId> externalIds, LocalDate validFrom) {}

    /**
     * Reads a registration.
     *
     * @throws ProblemException if a member is wrong, or the caller may not write there
     */
    Told read(AddressRegistrationDto told, Writer by) {
        RegistrationPropertiesDto properties = told.getProperties();
        LocalDate validFrom = Objects.requireNonNullElse(properties.getValidFrom(), times.today());
        Snapshot day = Snapshot.latest(validFrom);
        Placing placing = place(told.getGeometry(), by.crs(), validFrom);
        AddressKind kind = AddressKind.of(properties.getKind().getValue());
        rights.requireNew(by.caller(), by.act(), kind, placing.ward());
        AddressContent content = new AddressContent(
                kind,
                status(properties),
                properties.getName(),
                properties.getHouseNumber(),
                properties.getStreet(),
                placing.ward(),
                quality(properties),
                placing.position(),
                placing.shape(),
                locatedAt(properties.getLocatedAt(), kind, day),
                List.of(),
                Objects.requireNonNullElse(properties.getDetails(), Map.of()));
        return new Told(content, externalIds(properties), validFrom);
    }

    /** Where an object lies, in the storage CRS, and in which ward. */
    record Placing(Geometry shape, Point position, @Nullable Long ward) {}

    /**
     * Reads where an object lies.
     *
     * @param crs the system of the geometry
     * @param day on which the ward is looked up
     * @throws ProblemException if the register could not hold it
     */
    Placing place(@Nullable Geometry told, OutputCrs crs, LocalDate day) {
        Geometry shape = StoredGeometry.read(told, crs);
        Point position = StoredGeometry.position(shape);
        return new Placing(shape, position, ward(position, day));
    }

    private static AddressStatus status(RegistrationPropertiesDto properties) {
        var status = properties.getStatus();
        return status == null ? AddressStatus.CURRENT : AddressStatus.of(status.getValue());
    }

    private static PositionQuality quality(RegistrationPropertiesDto properties) {
        return new PositionQuality(
                properties.getPosition().getMethod(), properties.getPosition().getAccuracy());
    }

    private @Nullable Long ward(Point position, LocalDate day) {
        Wards wards = registry.wards(day);
        Optional<Long> ward = wards.findAt(position.getCoordinate());
        if (ward.isEmpty() && wards.areDrawn()) {
            throw StoredGeometry.refuse(
                    "lies in no ward of the city on " + day + "; check the order of the coordinates and the crs");
        }
        return ward.orElse(null);
    }

    private @Nullable Code locatedAt(@Nullable String text, AddressKind kind, Snapshot day) {
        if (text == null) {
            return null;
        }
        if (kind == AddressKind.BUILDING) {
            throw refuse("/properties/locatedAt", "is not for buildings; leave it out");
        }
        Code code = CodeReader.read(text)
                .findCode()
                .orElseThrow(() -> refuse("/properties/locatedAt", "is no code; a code reads like 7K3Q-9MXP"));
        boolean holds = addresses.listByCodes(Set.of(code), day).stream()
                .map(AddressObject::kind)
                .anyMatch(host -> host != AddressKind.BUSINESS);
        if (!holds) {
            throw refuse("/properties/locatedAt", "names no building or public space of " + day.asOf());
        }
        return code;
    }

    private static List<ExternalId> externalIds(RegistrationPropertiesDto properties) {
        if (properties.getExternalIds() == null) {
            return List.of();
        }
        try {
            return properties.getExternalIds().stream()
                    .map(id -> new ExternalId(id.getScheme(), id.getValue()))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw refuse("/properties/externalIds", "cannot be taken: " + e.getMessage());
        }
    }

    private static ProblemException refuse(String pointer, String detail) {
        return new ProblemException(Problem.ofErrors(
                ProblemType.UNPROCESSABLE,
                "The member " + pointer + " " + detail + ".",
                List.of(new Problem.MemberError(pointer, detail))));
    }
}
