package org.diachi.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diachi.address.AddressObject;
import org.diachi.city.CityProfile;
import org.diachi.city.PlateSize;
import org.diachi.city.PlateStyle;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a plate.
 *
 * @param format the outer measures
 * @param code as people read it
 * @param url what the QR code says
 * @param headword small, before the headline: the city's word for house numbers
 * @param headline what is largest: the house number, or else the name or the street
 * @param over above the headline: the street of a house number
 * @param under below, line by line: a name, the ward, the city
 */
public record Plate(
        PlateStyle style,
        PlateStyle.Format format,
        String code,
        String url,
        @Nullable String headword,
        String headline,
        @Nullable String over,
        List<String> under) {

    public Plate {
        Objects.requireNonNull(headline, "headline");
        under = List.copyOf(under);
    }

    /**
     * The plate of an object.
     *
     * @param size absent for what is usual for its kind
     * @param address where people reach the service
     */
    public static Plate of(AddressObject object, CityProfile city, @Nullable PlateSize size, PublicAddress address) {
        PlateStyle style = city.plates();
        String number = text(object.houseNumber());
        String name = text(object.name());
        String street = text(object.street());
        List<String> under = new ArrayList<>();
        if (number != null) {
            add(under, name);
        } else if (name != null) {
            add(under, street);
        }
        add(under, object.ward() == null ? null : object.ward().fullName());
        add(under, city.grammar().style().city());
        return new Plate(
                style,
                style.format(size == null ? PlateSize.usualFor(object.kind()) : size),
                object.code().toString(),
                address.of(object.code()),
                number == null ? null : style.numberWord(),
                firstOf(number, name, street, object.code().toString()),
                number == null ? null : street,
                under);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : PlateFont.written(text);
    }

    private static void add(List<String> lines, @Nullable String line) {
        Optional.ofNullable(text(line)).ifPresent(lines::add);
    }

    private static String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        throw new IllegalArgumentException("Nothing is told");
    }

    /** Everything on one line, for those who cannot see it. */
    String spoken() {
        List<String> parts = new ArrayList<>();
        parts.add(headword == null ? headline : headword + " " + headline);
        add(parts, over);
        parts.addAll(under);
        parts.add(code);
        return String.join(", ", parts);
    }
}
