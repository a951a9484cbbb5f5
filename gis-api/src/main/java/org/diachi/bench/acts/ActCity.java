package org.diachi.bench.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.address.AddressContent;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.PositionQuality;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** A register of invented houses on a grid around the city's golden point, for acts to work on. */
final class ActCity {

    private static final int HOUSES_OF_A_STREET = 200;
    private static final int BATCH = 5000;
    private static final double HALF_A_HOUSE = 4;

    /** From house to house and from street to street, in metres. */
    static final int STEP = 20;

    private final CityProfile profile;
    private final GeometryFactory factory;

    ActCity(CityProfile profile) {
        this.profile = profile;
        this.factory =
                new GeometryFactory(new PrecisionModel(), profile.storageCrs().epsg());
    }

    /** Founds the register and registers so many houses; returns their codes. */
    List<String> found(DatabaseAddress address, int houses) {
        List<String> codes = new ArrayList<>();
        Database database = Database.open(address);
        try (Registry registry = Registry.open(database, profile, System.getenv())) {
            for (int first = 0; first < houses; first += BATCH) {
                List<Registration> batch = new ArrayList<>();
                for (int number = first; number < Math.min(houses, first + BATCH); number++) {
                    batch.add(house(number));
                }
                registry.addressRegister()
                        .register(batch, RegistrationRules.STRICT, ActContext.of("bench", LocalDate.EPOCH))
                        .forEach(outcome -> codes.add(code(outcome)));
            }
            database.jdbc().execute("ANALYZE");
        }
        return codes;
    }

    private static String code(Outcome outcome) {
        return Objects.requireNonNull(outcome.code(), "held back").toString();
    }

    private Registration house(int number) {
        Point position = factory.createPoint(corner(number));
        Geometry outline = position.buffer(HALF_A_HOUSE, 1).getEnvelope();
        outline.setSRID(profile.storageCrs().epsg());
        return new Registration(
                new AddressContent(
                        AddressKind.BUILDING,
                        AddressStatus.CURRENT,
                        null,
                        String.valueOf(number % HOUSES_OF_A_STREET),
                        street(number),
                        null,
                        new PositionQuality("survey", null),
                        position,
                        outline,
                        null,
                        List.of(),
                        Map.of()),
                null,
                List.of());
    }

    /** No street has more houses than streets have. */
    static String street(int number) {
        return "Street " + number / HOUSES_OF_A_STREET;
    }

    /** Where a house stands, in the storage CRS. */
    Coordinate corner(int number) {
        return new Coordinate(
                profile.goldenPoint().x() + STEP * (number % HOUSES_OF_A_STREET),
                profile.goldenPoint().y() + STEP * (number / HOUSES_OF_A_STREET));
    }

    /** How the storage CRS is asked for. */
    String crs() {
        return "EPSG:" + profile.storageCrs().epsg();
    }
}
