package org.diachi.bench.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diachi.city.AddressGrammar;
import org.diachi.registry.Registry;

/**
 * Addresses of any register, written in four ways: as they are, in capitals without accents, with the number at the other
 * end, with one slip of the pen.
 */
public final class FourWays {

    private static final long SEED = 7;

    private FourWays() {}

    /**
     * The cases of a register.
     *
     * @param most how many addresses are asked for, each in four ways
     */
    public static List<Case> cases(Registry registry, int most) {
        Truth truth = Truth.read(registry);
        AddressGrammar grammar = registry.profile().grammar();
        Dice dice = new Dice(SEED);
        Map<String, List<Known>> byAddress = new HashMap<>();
        List<Known> all = truth.objects().stream()
                .filter(known -> known.number() != null && known.street() != null)
                .toList();
        all.forEach(known -> byAddress
                .computeIfAbsent(address(known, grammar), key -> new ArrayList<>())
                .add(known));
        List<Case> cases = new ArrayList<>();
        for (Known known : dice.shuffled(all).subList(0, Math.min(most, all.size()))) {
            List<String> answers = Objects.requireNonNull(byAddress.get(address(known, grammar))).stream()
                    .map(Known::id)
                    .toList();
            add(known, answers, truth, grammar, dice, cases);
        }
        return cases;
    }

    /** Objects with one address are one answer: a shop, and the house that it is in. */
    private static String address(Known known, AddressGrammar grammar) {
        return grammar.foldKey(grammar.streetKey(Objects.requireNonNull(known.street()))) + "|"
                + grammar.houseNumberKey(Objects.requireNonNull(known.number()));
    }

    private static void add(
            Known known, List<String> answers, Truth truth, AddressGrammar grammar, Dice dice, List<Case> cases) {
        String number = Objects.requireNonNull(known.number());
        String street = Objects.requireNonNull(known.street());
        String written = grammar.formatAddress(number, street, null);
        boolean isNumberFirst = written.startsWith(number);
        String turned = isNumberFirst ? street + " " + number : number + " " + street;
        cases.add(one("as it is", written, answers));
        cases.add(one("capitals, no accents", Writing.withoutAccents(written).toUpperCase(Locale.ROOT), answers));
        cases.add(one(isNumberFirst ? "number last" : "number first", turned, answers));
        String mistyped = Writing.mistyped(street, dice);
        if (!mistyped.equals(street) && !truth.has(mistyped, number)) {
            cases.add(one("one typo", grammar.formatAddress(number, mistyped, null), answers));
        }
    }

    private static Case one(String family, String query, List<String> answers) {
        return new Case(family, query, Case.Expected.FIRST, answers, Map.of());
    }
}
