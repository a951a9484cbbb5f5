package org.diachi.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diachi.city.AddressGrammar;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/** How what two rows tell of one thing becomes one content. */
final class Joining {

    private Joining() {}

    /**
     * Joins a row to an object that it turned out to be. An outline goes to an object that had only a point. An address
     * goes to an object that had none; one more address becomes an entrance.
     */
    static AddressContent join(
            AddressContent object, AddressContent row, @Nullable ExternalId source, AddressGrammar grammar) {
        AddressContent joined = object.hasOutline() ? object : object.withOutlineOf(row);
        if (row.houseNumber() == null && row.street() == null) {
            return joined;
        }
        if (joined.houseNumber() == null && joined.street() == null) {
            return joined.withAddress(row.houseNumber(), row.street());
        }
        AddressKey key = keyOf(row.houseNumber(), row.street(), grammar);
        boolean isThere = key.equals(keyOf(joined.houseNumber(), joined.street(), grammar))
                || joined.parts().stream()
                        .anyMatch(part -> key.equals(keyOf(part.houseNumber(), part.street(), grammar)));
        return isThere ? joined : withEntrance(joined, row, source);
    }

    private static AddressKey keyOf(@Nullable String number, @Nullable String street, AddressGrammar grammar) {
        return AddressKey.of(number, street, null, grammar);
    }

    private static AddressContent withEntrance(AddressContent object, AddressContent row, @Nullable ExternalId source) {
        List<Part> parts = new ArrayList<>(object.parts());
        parts.add(entrance(row, source));
        return object.withParts(parts);
    }

    private static Part entrance(AddressContent row, @Nullable ExternalId source) {
        return new Part(
                Part.ENTRANCE,
                null,
                row.houseNumber(),
                row.street(),
                row.position().getX(),
                row.position().getY(),
                source);
    }

    /**
     * Follows a row that changed at its source. A row that told of a door changes that door only; one that gave a
     * building its address changes the address only; else the row is what the object is made of.
     */
    static AddressContent follow(AddressContent object, AddressContent row, ExternalId source) {
        List<Part> parts = new ArrayList<>(object.parts());
        for (int i = 0; i < parts.size(); i++) {
            if (Objects.equals(parts.get(i).source(), source)) {
                parts.set(i, entrance(row, source));
                return object.withParts(parts);
            }
        }
        if (object.hasOutline() && !row.hasOutline()) {
            return object.withAddress(row.houseNumber(), row.street());
        }
        // A source does not decide on approval or retirement.
        AddressContent followed = row.withParts(object.parts()).withStatus(object.status());
        return row.locatedAt() == null && object.locatedAt() != null
                ? followed.withLocatedAt(object.locatedAt())
                : followed;
    }
}
