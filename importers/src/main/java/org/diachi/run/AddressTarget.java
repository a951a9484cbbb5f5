package org.diachi.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressRegister;
import org.diachi.address.DuplicateCandidate;
import org.diachi.address.Outcome;
import org.diachi.address.Registrar;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.address.SourceRecord;
import org.diachi.issue.DuplicateObject;
import org.diachi.issue.InvalidGeometry;
import org.diachi.issue.JoinedObject;
import org.diachi.issue.NoPosition;
import org.diachi.issue.RowIssue;
import org.diachi.issue.UnknownCode;
import org.diachi.mapping.MappedRow;
import org.diachi.mapping.Mapping;
import org.diachi.place.Wards;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/** Rows become address objects of one kind. */
final class AddressTarget implements Target<Registration> {

    /** Attributes of this prefix are ids of the schemes that follow it. */
    private static final String EXTERNAL_ID = "externalId.";

    private static final List<String> OWN_ATTRIBUTES = List.of("name", "houseNumber", "street", "ward");

    private final Registrar registrar;
    private final AddressKind kind;
    private final String source;
    private final Wards wards;
    private final PositionQuality doorQuality;

    AddressTarget(AddressRegister register, AddressKind kind, Mapping mapping, Wards wards) {
        this.kind = kind;
        this.source = mapping.source();
        this.wards = wards;
        this.registrar = register.registrar(rules(mapping.rules()));
        Mapping.PositionSettings position = mapping.position();
        this.doorQuality = position == null
                ? new PositionQuality("unknown", null)
                : new PositionQuality(position.method(), position.accuracy());
    }

    private static RegistrationRules rules(Mapping.@Nullable Rules told) {
        return told == null
                ? RegistrationRules.STRICT
                : new RegistrationRules(
                        Boolean.TRUE.equals(told.joinsContainingBuilding()),
                        Boolean.TRUE.equals(told.mergesSameAddress()),
                        Boolean.TRUE.equals(told.acceptsOverlaps()));
    }

    @Override
    public @Nullable Registration prepare(MappedRow row, List<RowIssue> issues) {
        Geometry shape = row.geometry();
        if (shape == null) {
            issues.add(new NoPosition("The row has no geometry. Give it a position."));
            return null;
        }
        if (shape.getDimension() == 1 && kind != AddressKind.PUBLIC_SPACE) {
            issues.add(new InvalidGeometry(
                    "A " + shape.getGeometryType() + " is no " + kind.label() + ": give a point or an outline", null));
            return null;
        }
        Point position = position(shape);
        AddressContent content = new AddressContent(
                kind,
                AddressStatus.CURRENT,
                row.text("name"),
                row.text("houseNumber"),
                row.text("street"),
                ward(row, position, issues),
                doorQuality,
                position,
                shape.getDimension() == 0 ? position : shape,
                null,
                List.of(),
                details(row));
        ExternalId id = new ExternalId(source, Objects.requireNonNull(row.id()));
        return new Registration(content, new SourceRecord(id, row.fingerprint(), row.number()), externalIds(row));
    }

    /** The centroid where it lies inside, since people look for the middle; else a point that does. */
    private static Point position(Geometry shape) {
        if (shape instanceof Point point) {
            return point;
        }
        Point centroid = shape.getCentroid();
        boolean isInside = shape.getDimension() == 2
                && SimplePointInAreaLocator.locate(centroid.getCoordinate(), shape) == Location.INTERIOR;
        Point position = isInside ? centroid : shape.getInteriorPoint();
        position.setSRID(shape.getSRID());
        return position;
    }

    private @Nullable Long ward(MappedRow row, Point position, List<RowIssue> issues) {
        String told = row.text("ward");
        if (told != null) {
            Optional<Long> ward = wards.findByCode(told).or(() -> wards.findByName(told));
            if (ward.isPresent()) {
                return ward.get();
            }
            issues.add(new UnknownCode("ward", told, "wards in force", false));
        }
        return wards.findAt(position.getCoordinate()).orElse(null);
    }

    private static Map<String, Object> details(MappedRow row) {
        Map<String, Object> details = new LinkedHashMap<>(row.values());
        details.keySet().removeIf(name -> OWN_ATTRIBUTES.contains(name) || name.startsWith(EXTERNAL_ID));
        return details;
    }

    private static List<ExternalId> externalIds(MappedRow row) {
        List<ExternalId> ids = new ArrayList<>();
        row.values().forEach((attribute, value) -> {
            if (attribute.startsWith(EXTERNAL_ID)) {
                ids.add(new ExternalId(attribute.substring(EXTERNAL_ID.length()), value.toString()));
            }
        });
        return ids;
    }

    @Override
    public Set<String> tables() {
        return Set.of("registry.address_version", "registry.external_id");
    }

    @Override
    public Batch batch(List<Registration> rows) {
        Registrar.Batch batch = registrar.foresee(rows);
        return context -> registrar.register(batch, context).stream()
                .map(AddressTarget::outcome)
                .toList();
    }

    private static RowOutcome outcome(Outcome outcome) {
        return switch (outcome.result()) {
            case REGISTERED -> RowOutcome.of(RowOutcome.Result.ADDED);
            case CHANGED -> RowOutcome.of(RowOutcome.Result.CHANGED);
            case SAME -> RowOutcome.of(RowOutcome.Result.SAME);
            case MERGED ->
                new RowOutcome(RowOutcome.Result.MERGED, List.of(new JoinedObject(String.valueOf(outcome.code()))));
            case DUPLICATE ->
                new RowOutcome(
                        RowOutcome.Result.REFUSED, List.of(new DuplicateObject(candidates(outcome.candidates()))));
        };
    }

    private static String candidates(List<DuplicateCandidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.code() + " (" + candidate.rule().label() + ")")
                .collect(Collectors.joining(", "));
    }
}
