package org.diachi.export.collection;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.address.WardName;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.export.Field;
import org.diachi.export.GeometryKind;
import org.diachi.registry.Registry;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;

/** The address objects that are there for people, current and proposed, with the fields of the API. */
final class AddressExport implements Exportable {

    /** The name of the collection. */
    static final String NAME = "addresses";

    private static final AddressQuery LIVING = new AddressQuery(
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(AddressStatus.PROPOSED, AddressStatus.CURRENT),
            null,
            null,
            null);

    private static final List<Field> FIELDS = List.of(
            Field.text("code"),
            Field.text("kind"),
            Field.text("status"),
            Field.text("name"),
            Field.text("houseNumber"),
            Field.text("street"),
            Field.text("wardCode"),
            Field.text("wardName"),
            Field.text("address"),
            Field.text("method"),
            Field.real("accuracy"),
            Field.text("locatedAt"),
            Field.text("externalIds"),
            Field.date("validFrom"),
            Field.date("validTo"),
            Field.integer("version"));

    private final AddressReader reader;
    private final AddressGrammar grammar;
    private final Snapshot snapshot;
    private final boolean asFootprint;

    /**
     * @param asFootprint whether outlines are written where they are known, rather than points
     */
    AddressExport(Registry registry, Snapshot snapshot, boolean asFootprint) {
        this.reader = registry.addressReader();
        this.grammar = registry.profile().grammar();
        this.snapshot = snapshot;
        this.asFootprint = asFootprint;
    }

    @Override
    public FeatureType type(Crs crs) {
        return new FeatureType(NAME, asFootprint ? GeometryKind.GEOMETRY : GeometryKind.POINT, crs, FIELDS);
    }

    @Override
    public long count() {
        return reader.count(LIVING, snapshot);
    }

    @Override
    public Stream<Feature> features() {
        return reader.stream(LIVING, snapshot, asFootprint).map(this::feature);
    }

    private Feature feature(AddressObject object) {
        WardName ward = object.ward();
        String wardName = ward == null ? null : ward.fullName();
        return Feature.of(
                asFootprint && object.outline() != null ? object.outline() : object.position(),
                object.code().toString(),
                object.kind().label(),
                object.status().label(),
                object.name(),
                object.houseNumber(),
                object.street(),
                ward == null ? null : ward.code(),
                wardName,
                grammar.formatAddress(object.houseNumber(), object.street(), wardName),
                object.quality().method(),
                object.quality().accuracyMetres(),
                text(object.locatedAt()),
                object.externalIds().stream()
                        .map(id -> id.scheme() + ":" + id.value())
                        .collect(Collectors.joining(" ")),
                object.valid().from(),
                object.valid().to(),
                (long) object.version());
    }

    private static @Nullable String text(@Nullable Code code) {
        return code == null ? null : code.toString();
    }
}
