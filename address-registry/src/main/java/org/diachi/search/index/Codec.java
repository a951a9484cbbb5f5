package org.diachi.search.index;

import java.time.LocalDate;
import org.apache.lucene.util.BytesRef;
import org.diachi.search.place.Unit;
import org.diachi.search.place.UnitState;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** Cards and units as bytes, and back. */
final class Codec {

    private static final AddressKind[] KINDS = AddressKind.values();
    private static final AddressStatus[] STATUSES = AddressStatus.values();
    private static final AddressForm.Origin[] ORIGINS = AddressForm.Origin.values();

    private Codec() {}

    static byte[] encode(Card card) {
        return new Encoder()
                .number(card.code().payload())
                .small(card.kind().ordinal())
                .real(card.x())
                .real(card.y())
                .list(card.forms(), Codec::encode)
                .toBytes();
    }

    private static void encode(Encoder to, AddressForm form) {
        to.small(form.origin().ordinal())
                .number(form.from())
                .number(form.to())
                .small(form.status().ordinal())
                .text(form.number())
                .text(form.numberKey())
                .text(form.street())
                .text(form.streetKey())
                .text(form.name())
                .text(form.nameKey())
                .optional(form.ward());
    }

    static Card decodeCard(BytesRef bytes) {
        Decoder from = new Decoder(bytes);
        Code code = Code.of(from.number());
        AddressKind kind = KINDS[from.small()];
        double x = from.real();
        double y = from.real();
        return new Card(code, kind, from.list(Codec::decodeForm), x, y);
    }

    private static AddressForm decodeForm(Decoder from) {
        return new AddressForm(
                ORIGINS[from.small()],
                from.number(),
                from.number(),
                STATUSES[from.small()],
                from.text(),
                from.text(),
                from.text(),
                from.text(),
                from.text(),
                from.text(),
                from.optional());
    }

    static byte[] encode(StreetCard card) {
        return new Encoder()
                .text(card.name())
                .text(card.key())
                .optional(card.ward())
                .small(card.addresses())
                .real(card.x())
                .real(card.y())
                .toBytes();
    }

    static StreetCard decodeStreet(BytesRef bytes) {
        Decoder from = new Decoder(bytes);
        return new StreetCard(from.needed(), from.needed(), from.optional(), from.small(), from.real(), from.real());
    }

    static byte[] encode(Unit unit) {
        Encoder to = new Encoder()
                .number(unit.id())
                .list(unit.states(), Codec::encode)
                .list(unit.successors(), Encoder::number);
        reals(to, unit.box());
        reals(to, unit.centre());
        return to.toBytes();
    }

    private static void encode(Encoder to, UnitState state) {
        LocalDate end = state.valid().to();
        to.number(state.valid().from().toEpochDay())
                .optional(end == null ? null : Long.valueOf(end.toEpochDay()))
                .text(state.code())
                .text(state.level())
                .text(state.typeWord())
                .text(state.name())
                .text(state.fullName())
                .optional(state.parent())
                .number(state.changed());
    }

    private static void reals(Encoder to, double @Nullable [] values) {
        to.small(values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            to.real(values[i]);
        }
    }

    static Unit decodeUnit(BytesRef bytes) {
        Decoder from = new Decoder(bytes);
        long id = from.number();
        return new Unit(
                id,
                from.list(each -> decodeUnitState(id, each)),
                from.list(Decoder::number),
                decodeReals(from),
                decodeReals(from));
    }

    private static UnitState decodeUnitState(long id, Decoder from) {
        LocalDate begin = LocalDate.ofEpochDay(from.number());
        Long end = from.optional();
        return new UnitState(
                id,
                new Period(begin, end == null ? null : LocalDate.ofEpochDay(end)),
                from.needed(),
                from.needed(),
                from.needed(),
                from.needed(),
                from.needed(),
                from.optional(),
                from.number());
    }

    private static double @Nullable [] decodeReals(Decoder from) {
        int length = from.small();
        if (length < 0) {
            return null;
        }
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = from.real();
        }
        return values;
    }
}
