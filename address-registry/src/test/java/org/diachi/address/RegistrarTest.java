package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.point;
import static org.diachi.address.RegisterFixture.registration;
import static org.diachi.address.RegisterFixture.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.diachi.address.DuplicateCandidate.Rule;
import org.diachi.address.Outcome.Result;
import org.diachi.change.ActContext;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches about which the register was asked too early come out as if it had been asked in time. */
class RegistrarTest {

    private static final ActContext CONTEXT = on("2025-07-01");
    private static final RegistrationRules JOINING = new RegistrationRules(true, true, false);

    @Test
    void seesWhatTheBatchBeforeHasWritten() {
        try (RegisterClosing closing = new RegisterClosing()) {
            Registrar registrar = closing.register.registry().addressRegister().registrar(RegistrationRules.STRICT);
            Registrar.Batch first = registrar.foresee(List.of(row("a", 1, building("1", 0, 0))));
            Registrar.Batch second = registrar.foresee(List.of(
                    row("a", 1, building("1", 0, 0)),
                    row("b", 1, building("2", 1, 1)),
                    row("c", 1, building("1", 500, 0)),
                    row("d", 1, building("3", 600, 0))));
            Outcome registered = registrar.register(first, CONTEXT).get(0);

            List<Outcome> outcomes = registrar.register(second, CONTEXT);

            assertThat(outcomes)
                    .extracting(Outcome::result)
                    .containsExactly(Result.SAME, Result.DUPLICATE, Result.DUPLICATE, Result.REGISTERED);
            assertThat(outcomes.get(1).candidates())
                    .containsExactly(new DuplicateCandidate(registered.code(), Rule.OVERLAP));
            assertThat(outcomes.get(2).candidates())
                    .containsExactly(new DuplicateCandidate(registered.code(), Rule.SAME_ADDRESS));
        }
    }

    @Test
    void asksAgainWhenSomebodyElseWroteInBetween() {
        try (RegisterClosing closing = new RegisterClosing()) {
            RegisterFixture register = closing.register;
            Registrar registrar = register.registry().addressRegister().registrar(RegistrationRules.STRICT);
            Registrar.Batch first = registrar.foresee(List.of(row("a", 1, building("1", 0, 0))));
            Registrar.Batch second = registrar.foresee(List.of(row("b", 1, building("2", 300, 0))));
            registrar.register(first, CONTEXT);
            register.register(building("9", 300, 0), "2025-07-01");

            assertThat(registrar.register(second, CONTEXT))
                    .extracting(Outcome::result)
                    .containsExactly(Result.DUPLICATE);
        }
    }

    @Test
    void joinsWithinABatchWhoseOtherObjectsAreSentAtOnce() {
        try (RegisterClosing closing = new RegisterClosing()) {
            Registrar registrar =
                    closing.register.registry().addressRegister().registrar(new RegistrationRules(true, false, false));
            List<Outcome> outcomes = registrar.register(
                    registrar.foresee(List.of(
                            row("a", 1, building("1", 0, 0)),
                            row("b", 1, building("2", 100, 0)),
                            row("c", 1, door("3", 200, 0)),
                            row("d", 1, building("4", 300, 0)),
                            row("e", 1, door("1B", 1, 1)),
                            row("f", 1, building("3", 200, 0)),
                            row("g", 1, building("5", 400, 0)))),
                    CONTEXT);

            assertThat(outcomes)
                    .extracting(Outcome::result)
                    .containsExactly(
                            Result.REGISTERED,
                            Result.REGISTERED,
                            Result.REGISTERED,
                            Result.REGISTERED,
                            Result.MERGED,
                            Result.MERGED,
                            Result.REGISTERED);
            assertThat(closing.register.jdbc().queryForList("""
                            SELECT concat_ws(' ', house_number, version, jsonb_array_length(parts), GeometryType(shape))
                              FROM registry.address_version ORDER BY house_number
                            """, String.class))
                    .containsExactly("1 1 1 POLYGON", "2 1 POLYGON", "3 1 POLYGON", "4 1 POLYGON", "5 1 POLYGON");
            assertThat(closing.register
                            .jdbc()
                            .queryForObject(
                                    "SELECT count(*) FROM registry.change WHERE kind = 'building'", Integer.class))
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void comesOutAsOneByOne(long seed) {
        List<List<Registration>> batches = randomBatches(new Random(seed));
        RegistrationRules rules = seed % 2 == 0 ? JOINING : RegistrationRules.STRICT;
        List<String> oneByOne = new ArrayList<>();
        List<String> ahead = new ArrayList<>();
        try (RegisterClosing closing = new RegisterClosing()) {
            AddressRegister register = closing.register.registry().addressRegister();
            batches.forEach(batch -> oneByOne.add(tell(register.register(batch, rules, CONTEXT))));
            oneByOne.addAll(closing.addresses());
        }
        try (RegisterClosing closing = new RegisterClosing()) {
            Registrar registrar = closing.register.registry().addressRegister().registrar(rules);
            List<Registrar.Batch> foreseen = new ArrayList<>();
            for (List<Registration> batch : batches) {
                foreseen.add(registrar.foresee(batch));
                if (foreseen.size() > 2) {
                    ahead.add(tell(registrar.register(foreseen.remove(0), CONTEXT)));
                }
            }
            foreseen.forEach(batch -> ahead.add(tell(registrar.register(batch, CONTEXT))));
            ahead.addAll(closing.addresses());
        }
        assertThat(ahead).isEqualTo(oneByOne);
    }

    private static String tell(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.result() + " "
                        + outcome.candidates().stream()
                                .map(DuplicateCandidate::rule)
                                .sorted()
                                .toList())
                .collect(Collectors.joining("; "));
    }

    /** Buildings and doors of one street, crowded enough to get into each other's way. */
    private static List<List<Registration>> randomBatches(Random random) {
        List<List<Registration>> batches = new ArrayList<>();
        for (int batch = 0; batch < 12; batch++) {
            List<Registration> rows = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                String number = String.valueOf(random.nextInt(200));
                int x = 5 * random.nextInt(80);
                int y = 5 * random.nextInt(80);
                AddressContent content = random.nextInt(4) == 0 ? door(number, x, y) : building(number, x, y);
                String id = String.valueOf(random.nextInt(600));
                rows.add(random.nextInt(8) == 0 ? registration(content) : row(id, random.nextInt(2), content));
            }
            batches.add(rows);
        }
        return batches;
    }

    private static AddressContent door(String number, int x, int y) {
        return new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                number,
                "Lê Lợi",
                null,
                new PositionQuality("survey", 0.3),
                point(x, y),
                point(x, y),
                null,
                List.of(),
                Map.of());
    }

    /** A register of its own for each way, since both must begin with nothing. */
    private static final class RegisterClosing implements AutoCloseable {

        private final RegisterFixture register =
                new RegisterFixture(Map.of("DIACHI_CODE_KEY", "000102030405060708090a0b0c0d0e0f"));

        /** What is now stored. */
        List<String> addresses() {
            return register.jdbc().queryForList("""
                            SELECT concat_ws(' ', code, version, valid_from, added, ended, status, house_number, parts,
                                             ST_AsText(position), ST_AsText(shape))
                              FROM registry.address_version ORDER BY added, version, valid_from
                            """, String.class);
        }

        @Override
        public void close() {
            register.close();
        }
    }
}
