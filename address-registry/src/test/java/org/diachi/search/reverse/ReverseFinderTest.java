package org.diachi.search.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.business;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.point;
import static org.diachi.address.RegisterFixture.square;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.diachi.address.AddressPatch;
import org.diachi.address.RegisterFixture;
import org.diachi.address.Subject;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is at a place follows every act, and nothing nearer is left out. */
class ReverseFinderTest {

    private static final Offset<Double> FLAT = Offset.offset(1e-6);

    /** The plane is off by a part in a thousand. */
    private static final Offset<Double> ROUND = Offset.offset(0.1);

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static List<Nearby> around(double x, double y, int limit, AddressKind... kinds) {
        register.registry().views().runOnce();
        double[] place = {561000 + x, 1821000 + y};
        CrsTransform.between(register.registry().profile().storageCrs(), Crs.CRS84)
                .apply(place, 1);
        return register.registry()
                .search()
                .findAt(new ReverseFinder.Question(
                        place[0], place[1], 100, Set.of(kinds), limit, LocalDate.of(2030, 1, 1)));
    }

    private static List<Code> codesAround(double x, double y, int limit, AddressKind... kinds) {
        return around(x, y, limit, kinds).stream()
                .map(nearby -> nearby.object().code())
                .toList();
    }

    @Test
    void followsWhatIsBuiltMovedAndTornDown() {
        Code house = register.register(building("2101", 0, 0), "2020-01-01");
        assertThat(codesAround(0, 0, 5)).containsExactly(house);
        Code neighbour = register.register(building("2103", 20, 0), "2020-01-01");
        assertThat(codesAround(0, 0, 5)).containsExactly(house, neighbour);
        assertThat(codesAround(20, 3, 1)).containsExactly(neighbour);

        register.act(
                on("2021-01-01"),
                acts -> acts.correct(
                        Subject.of(house),
                        AddressPatch.EMPTY.placing(
                                new PositionQuality("survey", 0.3),
                                point(40, 0),
                                building("2101", 40, 0).shape())));
        assertThat(codesAround(0, 0, 5)).containsExactly(neighbour, house);
        assertThat(around(40, 0, 1).get(0).isContaining()).isTrue();

        register.act(on("2022-01-01"), acts -> acts.retire(Subject.of(neighbour)));
        assertThat(codesAround(20, 3, 5)).containsExactly(house);
        assertThat(register.registry().views().verify()).isEmpty();
    }

    @Test
    void buildingsComeBeforeWhatIsInThem() {
        Code house = register.register(building("2201", 400, 0), "2020-01-01");
        Code cafe = register.register(business("Quán Gió", 400, 0, house), "2020-01-01");
        Code square = register.register(square("Sân Gió", 403, 0), "2020-01-01");
        assertThat(codesAround(400, 0, 5)).containsExactly(house, cafe, square);
        assertThat(codesAround(400, 0, 5, AddressKind.PUBLIC_SPACE, AddressKind.BUSINESS))
                .containsExactly(cafe, square);
        assertThat(codesAround(400, 0, 5, AddressKind.PUBLIC_SPACE)).containsExactly(square);
    }

    /** The same answer as when all are measured; they came in several portions, so that the index has several segments. */
    @Test
    void nothingNearerIsLeftOut() {
        Random random = new Random(11);
        Map<Code, double[]> houses = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            int x = 1000 + 12 * (i % 10) + random.nextInt(4);
            int y = 12 * (i / 10) + random.nextInt(4);
            houses.put(register.register(building("23" + i, x, y), "2020-01-01"), new double[] {x, y});
            if (i % 20 == 0) {
                register.registry().views().runOnce();
            }
        }
        for (int i = 0; i < 30; i++) {
            double x = 980 + random.nextInt(160);
            double y = random.nextInt(100) - 20;
            List<Double> measured = houses.values().stream()
                    .map(house -> metres(house, x, y))
                    .filter(metres -> metres <= 99)
                    .sorted()
                    .limit(7)
                    .toList();
            List<Nearby> found = around(x, y, 7);
            assertThat(found).as("around %s %s", x, y).hasSameSizeAs(measured);
            for (int rank = 0; rank < found.size(); rank++) {
                Code code = found.get(rank).object().code();
                assertThat(metres(houses.get(code), x, y)).isCloseTo(measured.get(rank), FLAT);
                assertThat(found.get(rank).metres()).isCloseTo(measured.get(rank), ROUND);
            }
        }
    }

    private static double metres(double[] house, double x, double y) {
        double dx = Math.max(0, Math.abs(x - house[0]) - 4);
        double dy = Math.max(0, Math.abs(y - house[1]) - 4);
        return Math.hypot(dx, dy);
    }
}
