package org.diachi.search.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressState;
import org.diachi.address.Lineage;
import org.diachi.address.Part;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** The states of an object as bytes, without their outlines, and back. */
final class StatesCodec {

    private static final AddressKind[] KINDS = AddressKind.values();
    private static final AddressStatus[] STATUSES = AddressStatus.values();

    private final GeometryFactory factory;

    StatesCodec(int srid) {
        this.factory = new GeometryFactory(new PrecisionModel(), srid);
    }

    static byte[] encode(List<AddressState> states) {
        return new Encoder().list(states, StatesCodec::encode).toBytes();
    }

    private static void encode(Encoder to, AddressState state) {
        AddressObject object = state.object();
        LocalDate end = object.valid().to();
        to.number(object.code().payload())
                .small(object.version())
                .number(object.valid().from().toEpochDay())
                .optional(end == null ? null : Long.valueOf(end.toEpochDay()))
                .small(object.kind().ordinal())
                .small(object.status().ordinal())
                .text(object.name())
                .text(object.houseNumber())
                .text(object.street())
                .text(object.quality().method())
                .optionalReal(object.quality().accuracyMetres())
                .optional(object.locatedAt() == null ? null : object.locatedAt().payload())
                .list(object.externalIds(), (each, id) -> each.text(id.scheme()).text(id.value()))
                .list(object.predecessors(), StatesCodec::encode)
                .list(object.successors(), StatesCodec::encode)
                .list(object.parts(), StatesCodec::encode)
                .text(object.details())
                .real(object.position().getX())
                .real(object.position().getY())
                .number(object.changed())
                .optional(state.ward());
    }

    private static void encode(Encoder to, Lineage link) {
        to.number(link.code().payload())
                .text(link.kind())
                .number(link.effective().toEpochDay());
    }

    private static void encode(Encoder to, Part part) {
        ExternalId source = part.source();
        to.text(part.type())
                .text(part.label())
                .text(part.houseNumber())
                .text(part.street())
                .optionalReal(part.easting())
                .optionalReal(part.northing())
                .text(source == null ? null : source.scheme())
                .text(source == null ? null : source.value());
    }

    List<AddressState> decode(BytesRef bytes) {
        return new Decoder(bytes).list(this::decodeState);
    }

    private AddressState decodeState(Decoder from) {
        AddressObject object = new AddressObject(
                Code.of(from.number()),
                from.small(),
                period(from.number(), from.optional()),
                KINDS[from.small()],
                STATUSES[from.small()],
                from.text(),
                from.text(),
                from.text(),
                null,
                new PositionQuality(from.needed(), from.optionalReal()),
                code(from.optional()),
                from.list(each -> new ExternalId(each.needed(), each.needed())),
                from.list(StatesCodec::decodeLink),
                from.list(StatesCodec::decodeLink),
                from.list(StatesCodec::decodePart),
                from.text(),
                factory.createPoint(new Coordinate(from.real(), from.real())),
                null,
                from.number());
        return new AddressState(object, from.optional());
    }

    private static Period period(long from, @Nullable Long to) {
        return new Period(LocalDate.ofEpochDay(from), to == null ? null : LocalDate.ofEpochDay(to));
    }

    private static @Nullable Code code(@Nullable Long payload) {
        return payload == null ? null : Code.of(payload);
    }

    private static Lineage decodeLink(Decoder from) {
        return new Lineage(Code.of(from.number()), from.needed(), LocalDate.ofEpochDay(from.number()));
    }

    private static Part decodePart(Decoder from) {
        String type = from.needed();
        String label = from.text();
        String number = from.text();
        String street = from.text();
        Double easting = from.optionalReal();
        Double northing = from.optionalReal();
        String scheme = from.text();
        String value = from.text();
        ExternalId source = scheme == null ? null : new ExternalId(scheme, Objects.requireNonNull(value));
        return new Part(type, label, number, street, easting, northing, source);
    }
}
