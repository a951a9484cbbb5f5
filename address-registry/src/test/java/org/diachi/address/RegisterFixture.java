package org.diachi.address;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty register of Hue on the real database, and short words for what scenarios do with it. */
public final class RegisterFixture implements AfterAllCallback {

    /** The officer of the scenarios. */
    public static final String OFFICER = "officer";

    private static final int SRID = 9214;
    private static final PositionQuality SURVEYED = new PositionQuality("survey", 0.3);

    private final TestDatabase database = TestDatabase.create(SRID);
    private final Registry registry;

    public RegisterFixture() {
        this(Map.of());
    }

    /** @param environment may hold the key of the codes, so that two registers give the same ones */
    RegisterFixture(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(TestHome.environment());
        all.putAll(environment);
        this.registry = Registry.open(database.database(), CityProfile.read(Path.of("..", "data", "hue")), all);
    }

    public Registry registry() {
        return registry;
    }

    public JdbcTemplate jdbc() {
        return database.jdbc();
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The officer acts, from that day on. */
    public static ActContext on(String day) {
        return by(OFFICER, day);
    }

    public static ActContext by(String actor, String day) {
        return new ActContext(actor, day(day), "scenario", "Decision 1/QĐ", null);
    }

    /** A building of 8 by 8 metres around a place of the plan, with a house number in Lê Lợi. */
    public static AddressContent building(String number, int x, int y) {
        Geometry outline = wkt("POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))"
                .formatted(
                        561000 + x - 4,
                        1821000 + y - 4,
                        561000 + x + 4,
                        1821000 + y - 4,
                        561000 + x + 4,
                        1821000 + y + 4,
                        561000 + x - 4,
                        1821000 + y + 4,
                        561000 + x - 4,
                        1821000 + y - 4));
        return content(AddressKind.BUILDING, null, number, x, y, outline, null);
    }

    public static AddressContent business(String name, int x, int y, Code locatedAt) {
        return content(AddressKind.BUSINESS, name, null, x, y, point(x, y), locatedAt);
    }

    public static AddressContent square(String name, int x, int y) {
        return content(AddressKind.PUBLIC_SPACE, name, null, x, y, point(x, y), null);
    }

    private static AddressContent content(
            AddressKind kind, String name, String number, int x, int y, Geometry shape, Code locatedAt) {
        return new AddressContent(
                kind,
                AddressStatus.CURRENT,
                name,
                number,
                number == null ? null : "Lê Lợi",
                null,
                SURVEYED,
                point(x, y),
                shape,
                locatedAt,
                List.of(),
                Map.of());
    }

    public static Point point(int x, int y) {
        return (Point) wkt("POINT (%d %d)".formatted(561000 + x, 1821000 + y));
    }

    public static Geometry wkt(String text) {
        try {
            Geometry geometry = new WKTReader().read(text);
            geometry.setSRID(SRID);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static Registration registration(AddressContent content) {
        return new Registration(content, null, List.of());
    }

    /** A row of a source file. */
    public static Registration row(String id, long fingerprint, AddressContent content) {
        return new Registration(
                content, new SourceRecord(new ExternalId("cadastre", id), fingerprint, null), List.of());
    }

    /** Registers and returns the code. */
    public Code register(AddressContent content, String day) {
        Outcome outcome = act(on(day), acts -> acts.register(registration(content)));
        if (outcome.code() == null) {
            throw new AssertionError("Held back: " + outcome.candidates());
        }
        return outcome.code();
    }

    public <T> T act(ActContext context, Function<AddressActs, T> acts) {
        return registry.addressRegister().act(context, acts);
    }

    /** How far the log has come. */
    public long now() {
        return registry.changes().head();
    }

    public int version(Code code) {
        return Integer.parseInt(state(code, "9999-01-01", now()).split(" ")[0].substring(1));
    }

    /** What is now believed of a day, as {@code v3 current 12 Lê Lợi}; {@code -} if it did not exist. */
    public String state(Code code, String asOf) {
        return state(code, asOf, now());
    }

    public String state(Code code, String asOf, long knownAt) {
        return registry.addressReader()
                .find(code, new Snapshot(day(asOf), knownAt))
                .map(RegisterFixture::tell)
                .orElse("-");
    }

    private static String tell(AddressObject object) {
        String told = "v%d %s".formatted(object.version(), object.status().label());
        told += object.name() == null ? "" : " " + object.name();
        return object.houseNumber() == null ? told : told + " " + object.houseNumber() + " " + object.street();
    }

    public AddressObject object(Code code, String asOf) {
        return registry.addressReader()
                .find(code, new Snapshot(day(asOf), now()))
                .orElseThrow();
    }

    /** Acts, in order, of the log on a code. */
    public List<String> logOf(Code code) {
        return jdbc().queryForList(
                        "SELECT act || ' ' || version FROM registry.change WHERE code = ? ORDER BY seq",
                        String.class,
                        code.toString());
    }

    public long count(String sql, Object... binds) {
        return jdbc().queryForObject(sql, Long.class, binds);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    void close() {
        registry.close();
        database.close();
    }
}
