package org.diachi.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.address.AddressContent;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.change.ActContext;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Invented houses in alleys off alleys, as deep as they are in old quarters; the sample city has none so deep. */
final class DeepAlleys {

    private static final String SCHEME = "deep-alleys";
    private static final int SHALLOWEST = 3;
    private static final int DEEPEST = 7;
    private static final int HOUSES_OF_A_DEPTH = 60;
    private static final double METRES_APART = 12;
    private static final long SEED = 7;

    private DeepAlleys() {}

    /**
     * Registers the houses in a free corner of the city.
     *
     * @param streets on which they are
     * @param wards ids of the wards that they are in
     */
    static void register(Registry registry, List<String> streets, List<Long> wards) {
        Dice dice = new Dice(SEED);
        GeometryFactory factory = new GeometryFactory(
                new PrecisionModel(), registry.profile().storageCrs().epsg());
        double x = registry.profile().goldenPoint().x() + 50_000;
        double y = registry.profile().goldenPoint().y() + 50_000;
        List<Registration> houses = new ArrayList<>();
        for (int depth = SHALLOWEST; depth <= DEEPEST; depth++) {
            for (int i = 0; i < HOUSES_OF_A_DEPTH; i++) {
                Point position = factory.createPoint(new Coordinate(x + METRES_APART * i, y + METRES_APART * depth));
                houses.add(new Registration(
                        house(number(depth, dice), dice.pick(streets), dice.pick(wards), position),
                        null,
                        List.of(new ExternalId(SCHEME, depth + "-" + i))));
            }
        }
        registry.addressRegister()
                .register(
                        houses,
                        RegistrationRules.STRICT,
                        ActContext.of("quality of search", registry.profile().today()));
    }

    private static String number(int depth, Dice dice) {
        StringBuilder number = new StringBuilder().append(1000 + dice.below(900));
        for (int i = 1; i < depth; i++) {
            number.append('/').append(1 + dice.below(150));
        }
        return dice.below(5) == 0 ? number.append((char) ('A' + dice.below(4))).toString() : number.toString();
    }

    private static AddressContent house(String number, String street, Long ward, Point position) {
        return new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                number,
                street,
                ward,
                new PositionQuality("sample", null),
                position,
                position,
                null,
                List.of(),
                Map.of());
    }
}
