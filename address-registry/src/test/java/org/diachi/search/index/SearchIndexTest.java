package org.diachi.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.business;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.square;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diachi.address.AddressPatch;
import org.diachi.address.AddressReader;
import org.diachi.address.RegisterFixture;
import org.diachi.address.Subject;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.search.AddressSearch;
import org.diachi.search.Finding;
import org.diachi.search.find.Finder;
import org.diachi.search.find.Hit;
import org.diachi.search.find.SearchRequest;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The index follows every kind of act, agrees with the truth, outlives its process and is read by others. */
class SearchIndexTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static final CityProfile HUE = CityProfile.read(Path.of("..", "data", "hue"));

    @TempDir
    private Path home;

    private static List<String> find(String text) {
        register.registry().views().runOnce();
        return register.registry().search().find(SearchRequest.of(text, 5, LocalDate.of(2030, 1, 1))).stream()
                .map(SearchIndexTest::told)
                .toList();
    }

    private static String told(Finding finding) {
        return finding.hit().match().grade() + " " + finding.hit().target().key();
    }

    private static void agrees() {
        register.registry().views().runOnce();
        assertThat(register.registry().views().verify()).isEmpty();
        tellsWhatTheRegisterTells();
    }

    /** Of the last state of every object, the day it begins and long after; of what it was before the index tells nothing. */
    private static void tellsWhatTheRegisterTells() {
        AddressReader reader = register.registry().addressReader();
        AddressSearch search = register.registry().search();
        for (LastState last : register.jdbc()
                .query(
                        "SELECT code, max(valid_from) AS since FROM registry.address_version WHERE ended IS NULL"
                                + " GROUP BY code ORDER BY code",
                        (row, number) -> new LastState(
                                Code.parse(row.getString("code")), row.getObject("since", LocalDate.class)))) {
            for (LocalDate day : List.of(last.since(), last.since().plusYears(20))) {
                assertThat(search.find(last.code(), day, register.now()))
                        .as("%s on %s", last.code(), day)
                        .isPresent()
                        .isEqualTo(reader.find(last.code(), org.diachi.change.Snapshot.latest(day)));
            }
            assertThat(search.find(last.code(), last.since().minusDays(1), register.now()))
                    .isEmpty();
        }
    }

    private record LastState(Code code, LocalDate since) {}

    @Test
    void tellsNothingBeforeItHasTakenOverTheLastEntry() {
        Code house = register.register(building("1601", 1600, 0), "2020-01-01");
        register.registry().views().runOnce();
        LocalDate day = LocalDate.of(2030, 1, 1);
        AddressSearch search = register.registry().search();
        assertThat(search.find(house, day, register.now()).orElseThrow().houseNumber())
                .isEqualTo("1601");
        register.act(on("2021-01-01"), acts -> acts.correct(Subject.of(house), AddressPatch.EMPTY.houseNumber("1603")));
        assertThat(search.find(house, day, register.now())).isEmpty();
        register.registry().views().runOnce();
        assertThat(search.find(house, day, register.now()).orElseThrow().houseNumber())
                .isEqualTo("1603");
    }

    @Test
    void followsTheLifeOfABuilding() {
        Code house = register.register(building("1201", 0, 0), "2020-01-01");
        assertThat(find("1201 Lê Lợi")).startsWith("A " + house);

        register.act(
                on("2021-01-01"),
                acts -> acts.change(
                        Subject.of(house),
                        AddressPatch.EMPTY.houseNumber("1203").street("Đường Hà Nội")));
        assertThat(find("1203 Hà Nội")).startsWith("A " + house);
        assertThat(find("1201 Lê Lợi")).as("what it was").startsWith("B " + house);

        register.act(on("2022-01-01"), acts -> acts.attachId(Subject.of(house), new ExternalId("cadastre", "77/8")));
        assertThat(find("77/8")).startsWith("A " + house);
        register.act(on("2022-02-01"), acts -> acts.detachId(Subject.of(house), new ExternalId("cadastre", "77/8")));
        assertThat(find("cadastre:77/8")).isEmpty();

        register.act(on("2023-01-01"), acts -> acts.retire(Subject.of(house)));
        assertThat(find("1203 Hà Nội")).startsWith("B " + house);
        agrees();
    }

    @Test
    void aBusinessIsFoundByTheAddressOfItsBuilding() {
        Code house = register.register(building("1301", 400, 0), "2020-01-01");
        Code cafe = register.register(business("Cà phê Thiên Nga", 400, 0, house), "2020-01-01");
        assertThat(find("Cà phê Thiên Nga, 1301 Lê Lợi")).startsWith("A " + cafe);

        register.act(on("2021-01-01"), acts -> acts.correct(Subject.of(house), AddressPatch.EMPTY.houseNumber("1305")));
        assertThat(find("ca phe thien nga 1305 le loi")).startsWith("A " + cafe);
        agrees();
    }

    @Test
    void followsSplitsMergersAndProposals() {
        Code old = register.register(building("1401", 800, 0), "2020-01-01");
        List<Code> parts = register.act(
                        on("2022-01-01"),
                        acts -> acts.split(
                                Subject.of(old), List.of(building("1401A", 800, 0), building("1401B", 820, 0))))
                .created();
        assertThat(find("1401A Lê Lợi")).anyMatch(told -> told.startsWith("A " + parts.get(0)));
        assertThat(find("1401 Lê Lợi")).startsWith("B " + old);
        Code proposed = register.act(
                        on("2022-01-01"),
                        acts -> acts.propose(RegisterFixture.registration(square("Quảng trường Mới", 900, 0))))
                .code();
        assertThat(find("quảng trường mới")).startsWith("A " + proposed);
        register.act(ActContext.of("another", LocalDate.of(2022, 2, 1)), acts -> acts.reject(Subject.of(proposed)));
        assertThat(find("quảng trường mới")).noneMatch(told -> told.endsWith(proposed.toString()));
        agrees();
    }

    @Test
    void followsReformsOfUnits() {
        assertThat(find("Phường Hoàn Mỹ")).noneMatch(told -> told.endsWith(" Phường Hoàn Mỹ"));
        register.registry()
                .wardReform()
                .apply(
                        new Reform(
                                "ward",
                                List.of(new PlaceRow(
                                        "new-ward",
                                        "99999",
                                        "ward",
                                        "Phường",
                                        "Hoàn Mỹ",
                                        "Phường Hoàn Mỹ",
                                        Period.since(LocalDate.of(2027, 1, 1)),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null)),
                                List.of(new Reform.Step("19789", "99999"))),
                        ActContext.of("council", LocalDate.of(2027, 1, 1)));
        assertThat(find("Phường Hoàn Mỹ").get(0)).startsWith("A unit ").endsWith(" Phường Hoàn Mỹ");
        agrees();
    }

    @Test
    void survivesARestartAndIsReadByOthers() {
        Code house = register.register(building("1501", 1200, 0), "2020-01-01");
        SearchIndex first = new SearchIndex(register.registry().dataSource(), HUE, home);
        assertThatThrownBy(first::open).isInstanceOf(IndexNotReadyException.class);
        assertThat(first.position()).isEqualTo(-1);
        first.rebuild();
        long built = first.position();
        assertThat(first.verify()).isEmpty();

        SearchIndex reader = new SearchIndex(register.registry().dataSource(), HUE, home);
        assertThat(reader.position()).isEqualTo(built);
        assertThat(found(reader, "1501 Lê Lợi")).isEqualTo(house.toString());

        Code later = register.register(building("1503", 1240, 0), "2020-01-01");
        first.catchUp(register.now());
        assertThat(found(first, "1503 Lê Lợi")).isEqualTo(later.toString());
        reader.catchUp(register.now());
        assertThat(found(reader, "1503 Lê Lợi")).isEqualTo(later.toString());
        assertThat(reader.verify()).isEmpty();
        reader.close();
        first.close();

        SearchIndex again = new SearchIndex(register.registry().dataSource(), HUE, home);
        assertThat(again.position()).isEqualTo(register.now());
        assertThat(found(again, "1503 Lê Lợi")).isEqualTo(later.toString());
        again.close();
    }

    private static String found(SearchIndex index, String text) {
        try (Snapshot snapshot = index.open()) {
            List<Hit> hits = new Finder(HUE.grammar()).find(SearchRequest.of(text, 1, LocalDate.now()), snapshot);
            return hits.get(0).target().key();
        }
    }

    @Test
    void anotherProfileMeansAnotherIndex() {
        SearchIndex first = new SearchIndex(register.registry().dataSource(), HUE, home);
        first.rebuild();
        first.close();
        CityProfile hanoi = CityProfile.read(Path.of("..", "data", "hanoi"));
        SearchIndex other = new SearchIndex(register.registry().dataSource(), hanoi, home);
        assertThat(other.position()).isEqualTo(-1);
        other.close();
    }
}
