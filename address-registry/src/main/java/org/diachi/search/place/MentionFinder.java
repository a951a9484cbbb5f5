package org.diachi.search.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.search.text.Aligner;
import org.diachi.search.text.Alignment;
import org.diachi.search.text.Difference;
import org.diachi.search.text.Form;
import org.diachi.search.text.Likeness;
import org.diachi.search.text.Typed;
import org.diachi.search.text.TypedWord;

/** Finds where a text names units. Thread-safe. */
public final class MentionFinder {

    private static final double LEAST_LIKE = 0.6;

    private final PlaceNames names;

    public MentionFinder(PlaceNames names) {
        this.names = names;
    }

    /** A stretch of words and whether a type word stands before it. */
    private record Place(long words, boolean isTyped) {}

    /**
     * The mentions in a text: those with a type word first, longer ones before shorter ones.
     *
     * @param aligner of the text
     * @param isLenient whether misspelt names count too
     */
    public List<Mention> find(Typed text, Aligner aligner, boolean isLenient) {
        Map<Place, List<Mention>> found = new HashMap<>();
        for (int from = 0; from < text.size(); from++) {
            for (PlaceNames.Named named : candidates(text, from, isLenient)) {
                add(text, aligner, from, named, found);
            }
        }
        List<Mention> mentions = new ArrayList<>();
        found.forEach((place, some) -> {
            if (place.isTyped() || !isWithinTyped(place, found.keySet())) {
                mentions.add(merged(place, some));
            }
        });
        mentions.sort(Comparator.comparing(Mention::isTyped)
                .thenComparing(mention -> Long.bitCount(mention.words()))
                .thenComparing(Mention::quality)
                .reversed()
                .thenComparing(Mention::words));
        return mentions;
    }

    /** After a type word a name means units of that type only. */
    private static boolean isWithinTyped(Place place, Set<Place> all) {
        return all.stream().anyMatch(other -> other.isTyped() && (place.words() & ~other.words()) == 0);
    }

    private Set<PlaceNames.Named> candidates(Typed text, int from, boolean isLenient) {
        Set<PlaceNames.Named> candidates = new HashSet<>();
        int most = Math.min(text.size(), from + PlaceNames.MOST_WORDS);
        TypedWord word = text.word(from);
        for (Form form : word.forms()) {
            extend(text, from + 1, most, form.fold(), candidates);
        }
        for (List<Form> phrase : word.phrases()) {
            extend(text, from + 1, most, joined(phrase), candidates);
        }
        if (isLenient) {
            addLike(word, candidates);
        }
        return candidates;
    }

    private void extend(Typed text, int next, int most, String begun, Set<PlaceNames.Named> into) {
        if (!names.isBeginning(begun)) {
            return;
        }
        into.addAll(names.named(begun));
        if (text.isOpen(next - 1)) {
            into.addAll(names.begun(begun));
        }
        if (next < most) {
            for (Form form : text.word(next).forms()) {
                extend(text, next + 1, most, begun + " " + form.fold(), into);
            }
        }
    }

    private static String joined(List<Form> phrase) {
        StringBuilder fold = new StringBuilder();
        phrase.forEach(form -> fold.append(fold.length() == 0 ? "" : " ").append(form.fold()));
        return fold.toString();
    }

    private void addLike(TypedWord word, Set<PlaceNames.Named> into) {
        for (Form typed : word.forms()) {
            Form plain = Form.of(typed.fold());
            for (Form known : names.words()) {
                if (Likeness.of(plain, known, false).value() > LEAST_LIKE) {
                    names.namesWith(known).forEach(fold -> into.addAll(names.named(fold)));
                }
            }
        }
    }

    /** The name may stand from here on, with the type word before it or as its first words. */
    private void add(Typed text, Aligner aligner, int from, PlaceNames.Named named, Map<Place, List<Mention>> into) {
        long window =
                Typed.span(from, Math.min(text.size(), from + named.words().size() + 1));
        Alignment name = aligner.align(named.words(), ~window);
        if (!name.isWhole() || (name.words() >>> from & 1) == 0) {
            return;
        }
        long type = typeBefore(text, from, named.type());
        Mention mention = new Mention(
                name.words() | type,
                type != 0,
                name.quality() + Long.bitCount(type),
                name.differences(),
                named.state().isEmpty(),
                named.state());
        into.computeIfAbsent(new Place(mention.words(), mention.isTyped()), key -> new ArrayList<>())
                .add(mention);
    }

    private static long typeBefore(Typed text, int from, List<Form> type) {
        if (type.isEmpty() || from == 0) {
            return 0;
        }
        for (List<Form> phrase : text.word(from - 1).phrases()) {
            if (phrase.equals(type)) {
                return Typed.span(from - 1, from);
            }
        }
        int start = from - type.size();
        for (int i = 0; i < type.size(); i++) {
            if (start < 0 || !isSame(text.word(start + i), type.get(i))) {
                return 0;
            }
        }
        return Typed.span(start, from);
    }

    private static boolean isSame(TypedWord word, Form form) {
        return word.forms().stream()
                .anyMatch(typed -> Likeness.of(typed, form, false).value() > LEAST_LIKE);
    }

    /**
     * Of several names at one place those that fit best: Thuận Hóa, not Thuận Hòa, if the accents are there. Names that are
     * only begun may all be meant, however long they are.
     */
    private static Mention merged(Place place, List<Mention> some) {
        double best = some.stream().mapToDouble(Mention::quality).max().orElse(0);
        List<UnitState> meanings = new ArrayList<>();
        List<Mention> sameQuality =
                some.stream().filter(mention -> mention.quality() > best - 1e-9).toList();
        boolean isBegun = sameQuality.stream().allMatch(MentionFinder::isOnlyBegun);
        List<Mention> fitting =
                isBegun ? some.stream().filter(MentionFinder::isOnlyBegun).toList() : sameQuality;
        fitting.forEach(mention -> meanings.addAll(mention.meanings()));
        meanings.sort(
                Comparator.comparing((UnitState state) -> state.valid().from()).thenComparing(UnitState::unit));
        boolean isCity = fitting.stream().anyMatch(Mention::isCity);
        return new Mention(place.words(), place.isTyped(), best, fitting.get(0).differences(), isCity, meanings);
    }

    private static boolean isOnlyBegun(Mention mention) {
        return mention.differences().equals(Set.of(Difference.UNFINISHED));
    }
}
