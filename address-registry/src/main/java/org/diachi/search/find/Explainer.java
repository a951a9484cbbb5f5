package org.diachi.search.find;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import org.diachi.search.index.AddressForm;
import org.diachi.search.index.Card;
import org.diachi.search.index.NumberRange;
import org.diachi.search.place.Mention;
import org.diachi.search.place.UnitState;
import org.diachi.search.place.Units;
import org.diachi.search.text.Alignment;
import org.diachi.search.text.NumberRun;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.jspecify.annotations.Nullable;

/** Compares candidates with a question. For one question. */
final class Explainer {

    private static final double FORMER = 0.97;
    private static final double RETIRED = 0.96;
    private static final double ONLY_ITS_ADDRESS = 0.985;
    private static final double LEAST_COVERED = 0.5;

    private final Question question;
    private final Units units;
    private final LocalDate today;
    private final long day;

    Explainer(Question question, Units units) {
        this.question = question;
        this.units = units;
        this.today = question.request().today();
        this.day = today.toEpochDay();
    }

    /** How an address of an object fits. */
    Explanation explain(Card card, AddressForm form) {
        return best(unitWords -> explain(card, form, unitWords));
    }

    /** Names of units are also names of streets and shops: what explains more is right. */
    private Explanation best(LongFunction<Explanation> attempt) {
        Explanation beside = attempt.apply(question.unitWords());
        if (question.unitWords() == 0 || beside.isComplete()) {
            return beside;
        }
        Explanation among = attempt.apply(0);
        return among.score() > beside.score() ? among : beside;
    }

    private Explanation explain(Card card, AddressForm form, long unitWords) {
        Explanation explanation = new Explanation(question);
        takeNumber(explanation, form);
        boolean isNamed = takeName(explanation, form, unitWords);
        takeStreet(explanation, form.streetKey(), form.street(), unitWords);
        takeUnits(explanation, form.ward());
        doubtNumber(explanation);
        if (card.kind() == AddressKind.BUSINESS && !isNamed) {
            explanation.lose(ONLY_ITS_ADDRESS);
        }
        tellTime(explanation, card, form);
        return explanation;
    }

    private void takeNumber(Explanation explanation, AddressForm form) {
        String key = form.numberKey();
        if (key == null) {
            return;
        }
        for (NumberRun run : question.runs()) {
            if (run.key().equals(key)) {
                explanation.take("houseNumber", run.words());
                return;
            }
        }
        for (NumberRun run : question.runs()) {
            if (isPartOf(run, key)) {
                explanation.take("houseNumber", run.words());
                if (run.isAlley()
                        || !key.contains("-")
                        || question.text().isOpen(question.text().size() - 1)) {
                    explanation.doubt("houseNumber: only begun (" + form.number() + ")");
                } else {
                    explanation.differ("houseNumber: one of several (" + form.number() + ")", FORMER);
                }
                explanation.lose(0.9);
                return;
            }
        }
    }

    /** Whether a number is the beginning of another, or one of the numbers of a range. */
    private boolean isPartOf(NumberRun run, String key) {
        boolean isLast = run.words() >>> (question.text().size() - 1) == 1;
        if (run.isAlley() || (isLast && question.request().isBeingTyped())) {
            return key.startsWith(run.key());
        }
        return key.indexOf('-') > 0 && NumberRange.listNumbers(key).contains(run.key());
    }

    private boolean takeName(Explanation explanation, AddressForm form, long unitWords) {
        String key = form.nameKey();
        if (key == null) {
            return false;
        }
        Alignment name = question.align(key, explanation.words() | unitWords);
        // A word that happens to be in a name too is not enough.
        if (name.covered() < LEAST_COVERED || (form.streetKey() != null && isRatherStreet(name, form.streetKey()))) {
            return false;
        }
        explanation.take("name", name, Objects.requireNonNull(form.name()));
        return true;
    }

    private boolean isRatherStreet(Alignment name, String streetKey) {
        Alignment street = question.align(streetKey, 0);
        return street.isWhole() && !name.isWhole() && (street.words() & name.words()) != 0;
    }

    /** How a street fits. */
    Explanation explainStreet(String key, String name, @Nullable Long ward) {
        return best(unitWords -> {
            Explanation explanation = new Explanation(question);
            takeStreet(explanation, key, name, unitWords);
            takeUnits(explanation, ward);
            doubtNumber(explanation);
            return explanation;
        });
    }

    private void takeStreet(Explanation explanation, @Nullable String key, @Nullable String name, long unitWords) {
        if (key == null || name == null) {
            return;
        }
        Alignment street = question.align(key, explanation.words() | unitWords);
        if (street.covered() >= LEAST_COVERED) {
            explanation.take("street", street, name);
        }
    }

    private void takeUnits(Explanation explanation, @Nullable Long ward) {
        for (Mention mention : question.mentions()) {
            if ((mention.words() & explanation.words()) == 0) {
                if (mention.isCity()) {
                    explanation.take("city", mention.words());
                } else {
                    mention.meanings().stream()
                            .filter(state -> covers(state, ward))
                            .max(Comparator.comparing((UnitState state) -> !state.isFormer(today))
                                    .thenComparing(state -> state.valid().from()))
                            .ifPresent(state -> takeUnit(explanation, mention, state));
                }
            }
        }
        for (Mention mention : question.mentions()) {
            if (mention.isTyped() && (mention.words() & explanation.words()) == 0) {
                explanation.doubt("ward: not in " + question.typed(mention.words()));
                return;
            }
        }
    }

    private boolean covers(UnitState state, @Nullable Long ward) {
        return ward != null && units.covered(state.unit()).contains(ward);
    }

    private void takeUnit(Explanation explanation, Mention mention, UnitState state) {
        Alignment name = new Alignment(mention.words(), mention.quality(), 1, mention.differences());
        explanation.take(state.level(), name, state.fullName());
        if (state.isFormer(today)) {
            explanation.differ(
                    state.level() + ": " + state.fullName() + " was until "
                            + Objects.requireNonNull(state.valid().to()).minusDays(1),
                    1);
        }
    }

    /** A number that was asked for and is not there makes it another address. */
    private void doubtNumber(Explanation explanation) {
        for (NumberRun run : question.runs()) {
            long left = run.words() & ~explanation.words();
            if (left == run.words() || (run.isAlley() && left != 0)) {
                explanation.doubt("houseNumber: there is no " + question.typed(run.words()));
                return;
            }
        }
    }

    private void tellTime(Explanation explanation, Card card, AddressForm form) {
        if (form.isFormer(day)) {
            explanation.differ(
                    "address: so until " + LocalDate.ofEpochDay(form.to()).minusDays(1), FORMER);
        } else if (form.from() > day) {
            explanation.differ("address: so from " + LocalDate.ofEpochDay(form.from()), FORMER);
        }
        AddressStatus status = card.status(day);
        if (status == AddressStatus.RETIRED) {
            explanation.differ("status: retired", RETIRED);
        }
    }

    /** How a unit fits: its name, and what it is or was part of. */
    Explanation explainUnit(Mention mention, UnitState state) {
        Explanation explanation = new Explanation(question);
        takeUnit(explanation, mention, state);
        for (Mention other : question.mentions()) {
            if ((other.words() & explanation.words()) == 0) {
                if (other.isCity()) {
                    explanation.take("city", other.words());
                } else if (other.meanings().stream()
                        .anyMatch(outer -> outer.unit() != state.unit() && units.isWithin(state, outer.unit()))) {
                    explanation.take(other.meanings().get(0).level(), other.words());
                }
            }
        }
        doubtNumber(explanation);
        return explanation;
    }

    /** The wards that some unit in the text covers; empty if none is named. */
    Set<Long> namedWards() {
        for (Mention mention : question.mentions()) {
            if (!mention.isCity()) {
                Set<Long> wards = new HashSet<>();
                mention.meanings().forEach(state -> wards.addAll(units.covered(state.unit())));
                return wards;
            }
        }
        return Set.of();
    }
}
