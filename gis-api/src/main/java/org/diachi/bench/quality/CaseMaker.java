package org.diachi.bench.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.city.AddressGrammar;
import org.diachi.city.AddressStyle;
import org.diachi.city.CityProfile;
import org.diachi.city.PlaceEntry;
import org.jspecify.annotations.Nullable;

/** Makes cases from what is registered, by rules of how people write. The same register gives the same cases. */
final class CaseMaker {

    private static final int CASES_OF_A_FAMILY = 350;
    private static final int CASES_OF_A_DEPTH = 60;
    private static final int DEEPEST = 7;
    private static final int FEW = 10;
    private static final String WARD = "ward";

    private final CityProfile profile;
    private final AddressGrammar grammar;
    private final AddressStyle style;
    private final Truth truth;
    private final Dice dice;
    private final List<Case> cases = new ArrayList<>();

    CaseMaker(CityProfile profile, Truth truth, long seed) {
        this.profile = profile;
        this.grammar = profile.grammar();
        this.style = grammar.style();
        this.truth = truth;
        this.dice = new Dice(seed);
    }

    List<Case> make() {
        List<Known> addresses = truth.addresses();
        List<Known> plain =
                addresses.stream().filter(known -> depth(known) <= 2).toList();
        some(plain, CASES_OF_A_FAMILY, known -> add("exact", whole(known), known));
        some(plain, CASES_OF_A_FAMILY, known -> add("no accents", Writing.withoutAccents(whole(known)), known));
        some(plain, CASES_OF_A_FAMILY, known -> add("abbreviations", abbreviated(known), known));
        some(plain, CASES_OF_A_FAMILY, this::addTypo);
        for (int depth = 1; depth <= DEEPEST; depth++) {
            int wanted = depth;
            List<Known> deep =
                    addresses.stream().filter(known -> depth(known) == wanted).toList();
            some(deep, CASES_OF_A_DEPTH, known -> add("alley depth", alley(known), known));
        }
        addOldNames(plain);
        some(plain, CASES_OF_A_FAMILY, known -> add("shuffled order", shuffled(known), known));
        some(plain, CASES_OF_A_FAMILY, this::addRawKeys);
        addLandmarks();
        addAmbiguous();
        addNothing(plain);
        return List.copyOf(cases);
    }

    private interface Adder {
        void add(Known known);
    }

    private void some(List<Known> all, int most, Adder adder) {
        List<Known> chosen = dice.shuffled(all);
        chosen.subList(0, Math.min(most, chosen.size())).forEach(adder::add);
    }

    private void add(String family, String query, Known known) {
        cases.add(Case.first(family, query, known.id()));
    }

    private static int depth(Known known) {
        return Objects.requireNonNull(known.number()).split("/", -1).length;
    }

    private static String number(Known known) {
        return Objects.requireNonNull(known.number());
    }

    private static String street(Known known) {
        return Objects.requireNonNull(known.street());
    }

    private static String ward(Known known) {
        return Objects.requireNonNull(known.ward());
    }

    /** The ward is needed where another house has the same street and number. */
    private String whole(Known known) {
        String bare = number(known) + " " + street(known);
        List<String> forms = new ArrayList<>(List.of(
                bare + ", " + ward(known),
                bare + ", " + ward(known) + ", " + style.city(),
                grammar.formatAddress(known.number(), known.street(), known.ward())));
        if (truth.isOneInCity(known)) {
            forms.add(bare);
        }
        if (!style.streetWords().isEmpty() && !style.numberWords().isEmpty()) {
            forms.add(capital(style.numberWords().get(0)) + " " + number(known) + " "
                    + style.streetWords().get(0) + " " + street(known) + ", " + ward(known) + ", " + style.city());
        }
        return dice.pick(forms);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Phường X as P. X, P.X, P X or p.x; thành phố as TP, T.P or TP.; đường as Đ. */
    private String abbreviated(Known known) {
        String street = dice.below(2) == 0 ? "Đ. " + street(known) : street(known);
        String ward = shortened(ward(known));
        String city = shortened(style.city());
        return number(known) + " " + street + ", " + ward + dice.pick(List.of(", " + city, " " + city, "," + city, ""));
    }

    /** A name with its type word cut short, in one of the ways to write that. */
    private String shortened(String fullName) {
        String lower = fullName.toLowerCase(Locale.ROOT);
        List<Map.Entry<String, String>> fitting = style.placeAbbreviations().entrySet().stream()
                .filter(entry -> lower.startsWith(entry.getValue() + " "))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (fitting.isEmpty()) {
            return fullName;
        }
        Map.Entry<String, String> chosen = dice.pick(fitting);
        String brief = chosen.getKey().toUpperCase(Locale.ROOT);
        String name = fullName.substring(chosen.getValue().length() + 1);
        List<String> ways = new ArrayList<>(List.of(
                brief + ". " + name,
                brief + "." + name,
                brief + " " + name,
                brief.toLowerCase(Locale.ROOT) + "." + name));
        if (brief.length() == 2 && chosen.getValue().contains(" ")) {
            ways.add(brief.charAt(0) + "." + brief.charAt(1) + " " + name);
            ways.add(brief.charAt(0) + "." + brief.charAt(1) + ". " + name);
        }
        return dice.pick(ways);
    }

    private void addTypo(Known known) {
        String street = dice.below(2) == 0 ? street(known) : Writing.withoutAccents(street(known));
        String mistyped = Writing.mistyped(street, dice);
        boolean isAnother = truth.has(mistyped, number(known));
        if (!mistyped.equals(street) && !isAnother) {
            add("one typo", number(known) + " " + mistyped + ", " + ward(known), known);
        }
    }

    /** 12/34 as 34 kiệt 12, or kiệt 12 số 34, or as it stands. */
    private String alley(Known known) {
        String number = number(known);
        int last = number.lastIndexOf('/');
        String tail = " " + street(known) + ", " + ward(known);
        if (last < 0 || style.alleyWords().isEmpty()) {
            return number + tail;
        }
        String alley = style.alleyWords().get(0);
        String way = number.substring(0, last);
        String house = number.substring(last + 1);
        return dice.pick(List.of(
                        number,
                        number.replace("/", " / "),
                        house + " " + alley + " " + way,
                        "số " + house + ", " + alley + " " + way + ",",
                        alley + " " + way + " số " + house))
                + tail;
    }

    private String shuffled(Known known) {
        String bare = number(known) + " " + street(known);
        List<String> turned = List.of(street(known) + " " + number(known), bare);
        List<String> parts = dice.shuffled(List.of(dice.pick(turned), ward(known), style.city()));
        List<String> loose = dice.shuffled(List.of(number(known), street(known), ward(known)));
        return dice.pick(List.of(String.join(", ", parts), String.join(" ", parts), String.join(", ", loose)));
    }

    private void addRawKeys(Known known) {
        String text = number(known) + " " + street(known) + ", " + ward(known);
        boolean isTelex = dice.below(2) == 0;
        String keys =
                isTelex ? Writing.telex(text) : number(known) + " " + Writing.vni(street(known) + ", " + ward(known));
        add("telex", dice.below(2) == 0 ? keys : keys.toLowerCase(Locale.ROOT), known);
    }

    /** What the wards and districts were called in every era, by the table of the profile. */
    private void addOldNames(List<Known> plain) {
        Map<String, PlaceEntry> byId =
                profile.places().stream().collect(Collectors.toMap(PlaceEntry::id, entry -> entry));
        Map<String, List<PlaceEntry>> before = new HashMap<>();
        for (PlaceEntry entry : profile.places()) {
            if (entry.level().equals(WARD)) {
                entry.successors()
                        .forEach(successor -> before.computeIfAbsent(
                                        Objects.requireNonNull(byId.get(successor))
                                                .code(),
                                        code -> new ArrayList<>())
                                .add(entry));
            }
        }
        some(
                plain.stream()
                        .filter(known -> before.containsKey(known.wardCode()))
                        .toList(),
                CASES_OF_A_FAMILY + CASES_OF_A_DEPTH,
                known -> {
                    PlaceEntry old = dice.pick(Objects.requireNonNull(before.get(known.wardCode())));
                    if (truth.isOneInCity(known)) {
                        add("old names", number(known) + " " + street(known) + ", " + old(old, byId), known);
                    }
                });
    }

    private String old(PlaceEntry ward, Map<String, PlaceEntry> byId) {
        List<PlaceEntry> districts =
                ward.parents().stream().map(byId::get).filter(Objects::nonNull).toList();
        if (districts.isEmpty() || dice.below(3) == 0) {
            return ward.fullName() + (dice.below(2) == 0 ? "" : ", " + style.city());
        }
        PlaceEntry district = dice.pick(districts);
        List<PlaceEntry> provinces = district.parents().stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .toList();
        String name = ward.fullName() + ", " + district.fullName();
        return provinces.isEmpty() || dice.below(2) == 0
                ? name
                : name + ", " + dice.pick(provinces).fullName();
    }

    private void addLandmarks() {
        List<Known> named = truth.objects().stream()
                .filter(known -> known.name() != null && !known.kind().equals("building"))
                .toList();
        Map<String, Long> byName = count(named, known -> key(known.name()));
        Map<String, Long> byNameAndStreet = count(named, known -> key(known.name()) + "|" + key(known.street()));
        Map<String, Long> byNameAndWard = count(named, known -> key(known.name()) + "|" + known.wardCode());
        some(named, 2 * CASES_OF_A_FAMILY, known -> {
            String name = Objects.requireNonNull(known.name());
            List<String> ways = new ArrayList<>();
            if (byName.getOrDefault(key(name), 0L) == 1) {
                ways.addAll(List.of(name, Writing.withoutAccents(name), name + ", " + style.city()));
            }
            if (known.street() != null
                    && byNameAndStreet.getOrDefault(key(name) + "|" + key(known.street()), 0L) == 1) {
                ways.addAll(List.of(
                        name + ", " + known.street(),
                        name + ", " + known.number() + " " + known.street(),
                        Writing.withoutAccents(name + " " + known.street())));
            }
            if (known.ward() != null && byNameAndWard.getOrDefault(key(name) + "|" + known.wardCode(), 0L) == 1) {
                ways.addAll(List.of(name + ", " + known.ward(), shortened(ward(known)) + ", " + name));
            }
            if (!ways.isEmpty()) {
                add("landmarks and businesses", dice.pick(ways), known);
            }
        });
    }

    private String key(@Nullable String name) {
        return name == null ? "" : grammar.foldKey(name);
    }

    private static Map<String, Long> count(List<Known> all, Function<Known, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private void addAmbiguous() {
        addAmbiguousUnits();
        Map<String, List<Known>> byName = truth.objects().stream()
                .filter(known -> known.name() != null && !known.kind().equals("building"))
                .collect(Collectors.groupingBy(known -> key(known.name())));
        addAmbiguous(byName, known -> Objects.requireNonNull(known.name()));
        Map<String, List<Known>> byAddress = truth.addresses().stream()
                .filter(known -> !truth.isOneInCity(known))
                .collect(Collectors.groupingBy(known -> key(number(known) + " " + street(known))));
        addAmbiguous(byAddress, known -> number(known) + " " + street(known));
    }

    private void addAmbiguous(Map<String, List<Known>> groups, Function<Known, String> query) {
        List<List<Known>> several = groups.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1 && entry.getValue().size() <= FEW)
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        dice.shuffled(several).stream()
                .limit(CASES_OF_A_FAMILY / 3)
                .forEach(group -> cases.add(Case.all(
                        "ambiguous",
                        query.apply(group.get(0)),
                        group.stream().map(Known::id).toList())));
    }

    /** Names that more than one unit has borne. */
    private void addAmbiguousUnits() {
        Map<String, List<PlaceEntry>> byName = profile.places().stream()
                .sorted(Comparator.comparing(PlaceEntry::id))
                .collect(Collectors.groupingBy(entry -> grammar.nameKey(entry.name())));
        Set<String> city = Stream.concat(profile.names().values().stream(), Stream.of(style.city()))
                .map(grammar::placeKey)
                .collect(Collectors.toSet());
        byName.entrySet().stream()
                .filter(entry -> units(entry.getValue()).size() > 1 && !city.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .limit(CASES_OF_A_FAMILY / 3)
                .forEach(entry -> {
                    String name = entry.getValue().get(0).name();
                    List<String> answers = List.copyOf(units(entry.getValue()));
                    cases.add(Case.all("ambiguous", name, answers));
                });
    }

    private static Set<String> units(List<PlaceEntry> entries) {
        return entries.stream()
                .map(entry -> "place/" + entry.code() + "/" + entry.fullName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void addNothing(List<Known> plain) {
        some(plain, CASES_OF_A_FAMILY, known -> {
            String missing = "9" + (1000 + dice.below(9000));
            List<String> ways = List.of(
                    missing + " " + street(known) + ", " + ward(known),
                    number(known) + " " + invented() + ", " + ward(known),
                    invented() + " " + missing,
                    number(known) + "/" + missing + " " + street(known),
                    number(known) + " " + street(known) + ", " + elsewhere(known));
            cases.add(Case.nothing("non-existent", dice.pick(ways)));
        });
    }

    private static final List<String> SYLLABLES =
            List.of("Bơ", "Cráo", "Dzung", "Flăng", "Gruôm", "Hwen", "Jiếp", "Klông", "Pleo", "Zướng");

    private String invented() {
        return dice.pick(SYLLABLES) + " " + dice.pick(SYLLABLES);
    }

    /** A ward that the house is not in, and none of whose forerunners became part of its ward. */
    private String elsewhere(Known known) {
        List<PlaceEntry> others = profile.places().stream()
                .filter(entry -> entry.level().equals(WARD) && entry.period().contains(profile.today()))
                .filter(entry -> !entry.code().equals(known.wardCode()))
                .filter(entry -> !truth.hasInWard(street(known), number(known), entry.code()))
                .filter(entry -> !grammar.foldKey(entry.name()).equals(key(known.ward())))
                .toList();
        return others.isEmpty() ? invented() : dice.pick(others).fullName();
    }
}
