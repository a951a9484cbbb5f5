package org.diachi.search.find;

import java.util.List;
import java.util.Objects;
import org.diachi.search.index.AddressForm;
import org.diachi.search.index.Card;
import org.diachi.search.index.StreetCard;
import org.diachi.search.place.Unit;
import org.diachi.search.place.UnitState;
import org.diachi.value.AddressStatus;

/** What was found. */
public sealed interface Target {

    /** What kind of thing it is. */
    HitKind kind();

    /** What tells it from all others. */
    String key();

    /** Whether it has a position. */
    boolean hasPosition();

    /** Easting of its position in metres of the storage CRS. */
    double x();

    /** Northing of its position. */
    double y();

    /** How much it is asked for, as far as its size tells. */
    default int weight() {
        return 1;
    }

    /**
     * An address object.
     *
     * @param doc its document in the index
     * @param form the address that fits
     * @param status on the day of the question
     */
    record OfObject(int doc, Card card, AddressForm form, AddressStatus status) implements Target {

        public OfObject {
            Objects.requireNonNull(card, "card");
            Objects.requireNonNull(form, "form");
        }

        @Override
        public HitKind kind() {
            return HitKind.of(card.kind());
        }

        @Override
        public String key() {
            return card.code().toString();
        }

        @Override
        public boolean hasPosition() {
            return true;
        }

        @Override
        public double x() {
            return card.x();
        }

        @Override
        public double y() {
            return card.y();
        }
    }

    /**
     * A street, through all its wards.
     *
     * @param parts the street in each of its wards, the one with most addresses first
     */
    record OfStreet(List<StreetCard> parts) implements Target {

        public OfStreet {
            parts = List.copyOf(parts);
        }

        /** The part with most addresses. */
        public StreetCard main() {
            return parts.get(0);
        }

        @Override
        public HitKind kind() {
            return HitKind.STREET;
        }

        @Override
        public String key() {
            return "street " + main().key();
        }

        @Override
        public boolean hasPosition() {
            return true;
        }

        @Override
        public double x() {
            return main().x();
        }

        @Override
        public double y() {
            return main().y();
        }

        @Override
        public int weight() {
            return parts.stream().mapToInt(StreetCard::addresses).sum();
        }
    }

    /**
     * An administrative unit in one of its states.
     *
     * @param state the one whose name fits
     */
    record OfUnit(Unit unit, UnitState state) implements Target {

        public OfUnit {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public HitKind kind() {
            return HitKind.PLACE;
        }

        @Override
        public String key() {
            return "unit " + unit.id() + " " + state.fullName();
        }

        @Override
        public boolean hasPosition() {
            return unit.centre() != null;
        }

        @Override
        public double x() {
            double[] centre = unit.centre();
            return centre == null ? 0 : centre[0];
        }

        @Override
        public double y() {
            double[] centre = unit.centre();
            return centre == null ? 0 : centre[1];
        }
    }
}
