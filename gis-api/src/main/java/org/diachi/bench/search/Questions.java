package org.diachi.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.bench.BenchException;
import org.diachi.bench.quality.Dice;
import org.diachi.bench.quality.Writing;
import org.diachi.city.CityProfile;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What people ask of a register. The same register gives the same questions.
 *
 * @param texts addresses and names of the register as people write them
 * @param keystrokes texts of which the last letters have not been typed yet
 * @param codes of objects
 * @param places longitude and latitude in degrees of WGS 84, with a comma between; near objects
 */
record Questions(List<String> texts, List<String> keystrokes, List<String> codes, List<String> places) {

    private static final int OBJECTS = 20_000;
    private static final int KEYSTROKES_OF_A_TEXT = 3;
    private static final int NEAR_METRES = 20;
    private static final long SEED = 7;

    /** The hash puts them in an order that has nothing to do with anything. */
    private static final String SOME = """
            SELECT v.code, v.name, v.house_number, v.street, p.full_name AS ward,
                   ST_X(v.position) AS x, ST_Y(v.position) AS y
              FROM registry.address_version v
              LEFT JOIN registry.place_version p ON p.place = v.ward AND p.ended IS NULL AND p.valid_to IS NULL
             WHERE v.ended IS NULL AND v.valid_to IS NULL AND v.status = 'current'
               AND (v.name IS NOT NULL OR (v.street IS NOT NULL AND v.house_number IS NOT NULL))
             ORDER BY hashtext(v.code), v.code
             LIMIT ?
            """;

    Questions {
        texts = List.copyOf(texts);
        keystrokes = List.copyOf(keystrokes);
        codes = List.copyOf(codes);
        places = List.copyOf(places);
    }

    private record Known(
            String code,
            @Nullable String name,
            @Nullable String number,
            @Nullable String street,
            @Nullable String ward,
            double x,
            double y) {}

    /**
     * Questions for what is registered.
     *
     * @throws BenchException if nothing is
     */
    static Questions of(JdbcTemplate register, CityProfile profile) {
        List<Known> known = register.query(
                SOME,
                (row, i) -> new Known(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("house_number"),
                        row.getString("street"),
                        row.getString("ward"),
                        row.getDouble("x"),
                        row.getDouble("y")),
                OBJECTS);
        if (known.isEmpty()) {
            throw new BenchException("The register is empty. Fill it with: ./diachi sample --scale 1");
        }
        Dice dice = new Dice(SEED);
        List<String> texts = known.stream().map(one -> written(one, dice)).toList();
        List<String> keystrokes = new ArrayList<>();
        for (String text : texts) {
            for (int i = 0; i < KEYSTROKES_OF_A_TEXT; i++) {
                keystrokes.add(text.substring(0, 1 + dice.below(text.length())));
            }
        }
        CrsTransform toWgs84 = CrsTransform.between(profile.storageCrs(), Crs.CRS84);
        return new Questions(
                texts,
                keystrokes,
                known.stream().map(Known::code).toList(),
                known.stream().map(one -> place(one, toWgs84, dice)).toList());
    }

    /** With and without accents and ward, in another order, with a slip of the pen. */
    private static String written(Known known, Dice dice) {
        String street = known.street() == null ? "" : known.street();
        if (known.name() != null) {
            return dice.pick(List.of(known.name(), plain(known.name()), joined(", ", known.name(), street)));
        }
        String bare = joined(" ", known.number(), street);
        String whole = joined(", ", bare, known.ward());
        return dice.pick(List.of(
                bare,
                whole,
                plain(bare),
                plain(whole),
                joined(" ", street, known.number()),
                joined(" ", known.number(), Writing.mistyped(street, dice))));
    }

    private static String joined(String between, @Nullable String first, @Nullable String second) {
        return Stream.of(first == null ? "" : first, second == null ? "" : second)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String plain(String text) {
        return Writing.withoutAccents(text).toLowerCase(Locale.ROOT);
    }

    private static String place(Known known, CrsTransform toWgs84, Dice dice) {
        double[] xy = {
            known.x() + dice.below(2 * NEAR_METRES) - NEAR_METRES, known.y() + dice.below(2 * NEAR_METRES) - NEAR_METRES
        };
        toWgs84.apply(xy, 1);
        return String.format(Locale.ROOT, "%.7f,%.7f", xy[0], xy[1]);
    }
}
