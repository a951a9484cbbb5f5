package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.business;
import static org.diachi.address.RegisterFixture.registration;
import static org.diachi.address.RegisterFixture.square;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.diachi.address.HistoryModel.Cell;
import org.diachi.address.HistoryModel.Patch;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten years of buildings, businesses and public spaces at random: registering, changing, correcting, splitting, merging,
 * rebuilding, uniting and retiring, back and forth in time, and reforms that end wards. After each history the register says of any day, as known at any time, what a simple model says.
 */
class RandomHistoriesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int ACTS = 220;
    private static final int LOOKS = 60;
    private static final int WARDS = 6;

    private final RegisterFixture register = new RegisterFixture();
    private final HistoryModel model = new HistoryModel();
    private final List<Long> heads = new ArrayList<>();
    private final Map<String, AddressKind> kinds = new HashMap<>();
    private final List<String> wards = new ArrayList<>();
    private int plots;
    private int refusals;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_250_701, 42, 99})
    void theRegisterSaysWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        found();
        for (int i = 0; i < 8; i++) {
            create(random.nextInt(12), random);
        }
        for (int i = 0; i < ACTS; i++) {
            actAtRandom(random);
        }
        assertThat(refusals).as("acts that did not apply").isBetween(10, ACTS - 80);
        for (int i = 0; i < LOOKS; i++) {
            compare(random.nextInt(HistoryModel.MONTHS), heads.get(random.nextInt(heads.size())));
        }
        compare(HistoryModel.MONTHS - 1, register.now());
        everyCodeAnswersForEver();
    }

    @AfterEach
    void close() {
        register.close();
    }

    private void actAtRandom(Random random) {
        int month = random.nextInt(HistoryModel.MONTHS - 1);
        List<String> codes = model.codes();
        String one = codes.get(random.nextInt(codes.size()));
        String two = codes.get(random.nextInt(codes.size()));
        switch (random.nextInt(25)) {
            case 0, 1, 2, 3 -> create(month, random);
            case 4, 5 -> split(one, month, random);
            case 6, 7 -> merge(one, two, month, random);
            case 8, 9 -> rebuild(one, month, random);
            case 10, 11 -> unite(one, two, month);
            case 12, 13 -> retire(one, month);
            case 14, 15, 16, 17 -> correct(one, month, patch(one, random));
            case 18 -> reform(month, random);
            default -> change(one, month, patch(one, random));
        }
        heads.add(register.now());
    }

    /** The wards of the beginning: each is in force until a reform. */
    private void found() {
        List<PlaceRow> rows = new ArrayList<>();
        for (int i = 1; i <= WARDS; i++) {
            String code = "9000" + i;
            wards.add(code);
            rows.add(new PlaceRow(
                    "test-" + code,
                    code,
                    "ward",
                    "Phường",
                    "Số " + i,
                    "Phường Số " + i,
                    Period.since(FIRST_DAY.minusYears(1)),
                    List.of(),
                    List.of(),
                    null,
                    null));
        }
        register.registry().placeRegister().register(rows, ActContext.of("council", FIRST_DAY));
    }

    private long wardId(String code) {
        return register.registry().wards(FIRST_DAY).findByCode(code).orElseThrow();
    }

    /** One ward gives way to another that stays, from the month on. */
    private void reform(int month, Random random) {
        if (wards.size() > 1) {
            String from = wards.remove(random.nextInt(wards.size()));
            String to = wards.get(random.nextInt(wards.size()));
            Reform reform = new Reform("ward", List.of(), List.of(new Reform.Step(from, to)));
            register.registry().wardReform().apply(reform, ActContext.of("council", day(month)));
            model.reform(from, to, month, register.now());
        }
    }

    /** Numbers that no other object has: what would give an object the address of another is refused. */
    private Patch patch(String code, Random random) {
        String name = List.of("An", "Bình", "Chợ").get(random.nextInt(3));
        String number = "N" + random.nextInt(4) + "-" + code;
        return switch (random.nextInt(3)) {
            case 0 -> new Patch(true, name, false, null);
            case 1 -> new Patch(false, null, true, number);
            default -> new Patch(true, name, true, number);
        };
    }

    private static AddressPatch told(Patch patch) {
        AddressPatch told = patch.names() ? AddressPatch.EMPTY.name(patch.name()) : AddressPatch.EMPTY;
        return patch.numbers() ? told.houseNumber(patch.number()) : told;
    }

    private static LocalDate day(int month) {
        return FIRST_DAY.plusMonths(month);
    }

    private AddressContent plot(AddressKind kind, Random random) {
        plots++;
        int x = plots % 100 * 20;
        int y = plots / 100 * 20;
        AddressContent content = switch (kind) {
            case BUILDING -> building("P" + plots, x, y);
            case BUSINESS -> business("Quán " + plots, x, y, null);
            case PUBLIC_SPACE -> square("Vườn " + plots, x, y);
        };
        String ward = wards.get(random.nextInt(wards.size()));
        return AddressPatch.EMPTY.ward(wardId(ward)).apply(content);
    }

    private AddressContent plot(String kindOf, Random random) {
        return plot(kinds.get(kindOf), random);
    }

    private static Subject the(String code) {
        return Subject.of(Code.parse(code));
    }

    private <T> T act(int month, Function<AddressActs, T> act) {
        return register.act(ActContext.of("officer", day(month)), act);
    }

    private void refused(int month, Function<AddressActs, ?> act) {
        long before = register.now();
        assertThatThrownBy(() -> act(month, act)).isInstanceOf(ActRefusedException.class);
        assertThat(register.now()).isEqualTo(before);
        refusals++;
    }

    private void create(int month, Random random) {
        AddressContent content = plot(AddressKind.values()[random.nextInt(AddressKind.values().length)], random);
        String code =
                act(month, acts -> acts.register(registration(content))).code().toString();
        begin(code, month, content);
        heads.add(register.now());
    }

    private void begin(String code, int month, AddressContent content) {
        assertThat(model.knows(code)).as("%s is given out once", code).isFalse();
        String ward = register.jdbc()
                .queryForObject(
                        "SELECT code FROM registry.place_version WHERE place = ? AND ended IS NULL",
                        String.class,
                        content.ward());
        kinds.put(code, content.kind());
        model.begin(code, month, new Cell("current", content.name(), content.houseNumber(), ward), register.now());
    }

    private void split(String code, int month, Random random) {
        List<AddressContent> parts = List.of(plot(code, random), plot(code, random));
        succeed(List.of(code), month, parts, acts -> acts.split(the(code), parts));
    }

    private void rebuild(String code, int month, Random random) {
        AddressContent anew = plot(code, random);
        succeed(List.of(code), month, List.of(anew), acts -> acts.rebuild(the(code), anew));
    }

    private void merge(String one, String two, int month, Random random) {
        AddressContent merged = plot(one, random);
        succeed(List.of(one, two), month, List.of(merged), acts -> acts.merge(List.of(the(one), the(two)), merged));
    }

    private void succeed(
            List<String> old, int month, List<AddressContent> contents, Function<AddressActs, ActResult> act) {
        boolean applies = old.stream().distinct().count() == old.size()
                && old.stream().map(kinds::get).distinct().count() == 1
                && old.stream().allMatch(code -> model.mayEnd(code, month));
        if (!applies) {
            refused(month, act);
            return;
        }
        List<String> created =
                act(month, act).created().stream().map(Code::toString).toList();
        assertThat(created).hasSameSizeAs(contents);
        for (int i = 0; i < created.size(); i++) {
            begin(created.get(i), month, contents.get(i));
        }
        for (String code : old) {
            model.end(code, month, register.now());
            model.follow(code, created, register.now());
        }
    }

    private void unite(String duplicate, String survivor, int month) {
        boolean applies = !duplicate.equals(survivor)
                && kinds.get(duplicate) == kinds.get(survivor)
                && model.mayEnd(duplicate, month)
                && model.mayEnd(survivor, month);
        if (!applies) {
            refused(month, acts -> acts.unite(the(duplicate), the(survivor)));
            return;
        }
        act(month, acts -> acts.unite(the(duplicate), the(survivor)));
        model.end(duplicate, month, register.now());
        model.follow(duplicate, List.of(survivor), register.now());
    }

    private void retire(String code, int month) {
        if (model.mayEnd(code, month)) {
            act(month, acts -> acts.retire(the(code)));
            model.end(code, month, register.now());
        } else {
            refused(month, acts -> acts.retire(the(code)));
        }
    }

    private void change(String code, int month, Patch patch) {
        if (model.mayChange(code, month, patch)) {
            act(month, acts -> acts.change(the(code), told(patch)));
            model.change(code, month, patch, register.now());
        } else {
            refused(month, acts -> acts.change(the(code), told(patch)));
        }
    }

    private void correct(String code, int month, Patch patch) {
        if (model.mayCorrect(code, month, patch)) {
            act(month, acts -> acts.correct(the(code), told(patch)));
            model.correct(code, month, patch, register.now());
        } else {
            refused(month, acts -> acts.correct(the(code), told(patch)));
        }
    }

    private void compare(int month, long knownAt) {
        Map<String, String> found = new TreeMap<>();
        register.registry().addressReader().stream(AddressQuery.ALL, new Snapshot(day(month), knownAt), false)
                .forEach(object -> found.put(object.code().toString(), tell(object)));
        assertThat(found).as("%s as known at %d", day(month), knownAt).isEqualTo(model.state(month, knownAt));
    }

    private static String tell(AddressObject object) {
        List<String> successors = object.successors().stream()
                .map(link -> link.code().toString())
                .sorted()
                .toList();
        return "%s %s %s %s %s"
                .formatted(
                        object.status().label(),
                        object.name(),
                        object.houseNumber(),
                        object.ward().code(),
                        successors);
    }

    private void everyCodeAnswersForEver() {
        Snapshot forEver = new Snapshot(LocalDate.of(2999, 1, 1), register.now());
        for (String code : model.codes()) {
            AddressObject object = register.registry()
                    .addressReader()
                    .find(Code.parse(code), forEver)
                    .orElseThrow();
            assertThat(object.status().label()).isIn("current", "retired");
        }
        assertThat(register.count("SELECT codes_issued FROM registry.log_head"))
                .isEqualTo(model.codes().size());
    }
}
