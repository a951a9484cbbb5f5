package org.diachi.feed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.address.AddressContent;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.city.PlaceEntry;
import org.diachi.city.TestProfiles;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A small register in the CRS and words of Hue, with two wards and no objects. */
public final class Village implements AfterAllCallback {

    public static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    public static final String EAST = "10001";
    public static final String WEST = "10002";

    private static final int SRID = 9214;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    private final TestDatabase database = TestDatabase.create(SRID);
    private final Registry registry;

    private Village(List<PlaceEntry> places) {
        CityProfile hue = CityProfile.read(Path.of("../data/hue"));
        CityProfile profile = TestProfiles.withPlaces(hue, places);
        this.registry = Registry.open(database.database(), profile, TestHome.environment());
    }

    public static Village create() {
        return new Village(List.of(ward("east", EAST, "Đông"), ward("west", WEST, "Tây")));
    }

    private static PlaceEntry ward(String id, String code, String name) {
        return new PlaceEntry(
                id, code, "ward", "Phường", name, "Phường " + name, Period.since(FOUNDED), List.of(), List.of(), null);
    }

    public Registry registry() {
        return registry;
    }

    public TestDatabase database() {
        return database;
    }

    /** The id of the ward that bears a code on a day. */
    public long ward(String code, LocalDate day) {
        return registry.wards(day).findByCode(code).orElseThrow();
    }

    /** A building in a ward, a square of eight metres around a position. */
    public static AddressContent building(long ward, String number, int easting, int northing) {
        String square = "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
                .formatted(easting - 4, northing - 4, easting + 4, northing + 4);
        return new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                number,
                "Lê Lợi",
                ward,
                new PositionQuality("survey", 0.3),
                (Point) geometry("POINT (" + easting + " " + northing + ")"),
                geometry(square),
                null,
                List.of(),
                Map.of());
    }

    public static Geometry geometry(String wkt) {
        try {
            return new WKTReader(FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** Registers a building under an id of its own and returns its code. */
    public Code register(AddressContent content, String id) {
        return registerAll(List.of(new Registration(content, null, List.of(new ExternalId("test", id)))))
                .get(0);
    }

    /** Registers objects in one transaction. */
    public List<Code> registerAll(List<Registration> registrations) {
        List<Code> codes = new ArrayList<>();
        for (Outcome outcome : registry.addressRegister()
                .register(registrations, RegistrationRules.STRICT, ActContext.of("clerk", FOUNDED))) {
            if (outcome.code() == null) {
                throw new IllegalStateException("Held back: " + outcome);
            }
            codes.add(outcome.code());
        }
        return codes;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }
}
