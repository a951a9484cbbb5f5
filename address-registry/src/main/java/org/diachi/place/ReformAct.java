package org.diachi.place;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.change.Act;
import org.diachi.change.Ledger;
import org.diachi.city.AddressGrammar;
import org.diachi.place.Reform.Move;
import org.diachi.place.Reform.Step;
import org.diachi.place.ReformRows.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** The part of a reform that is about the units themselves. */
final class ReformAct {

    private final Ledger ledger;
    private final Reform reform;
    private final PlaceRows places;
    private final ReformRows rows;
    private final List<String> reasons = new ArrayList<>();

    private record Pair(Unit from, Unit to) {}

    ReformAct(Ledger ledger, AddressGrammar grammar, Reform reform) {
        this.ledger = ledger;
        this.reform = reform;
        this.places = new PlaceRows(ledger.connection(), grammar);
        this.rows = new ReformRows(ledger);
    }

    List<Move> apply() {
        Map<String, Unit> before = resolveFrom();
        refuseIfWrong();
        // What ends, ends first: successors may bear the codes of those who went before them.
        Set<Unit> staying = staying();
        before.values().stream().filter(unit -> !staying.contains(unit)).forEach(rows::end);
        Map<String, Unit> begun = begin();
        List<Pair> pairs = new ArrayList<>();
        for (Step step : reform.steps()) {
            Unit from = before.get(step.from());
            Unit to = begun.containsKey(step.to()) ? begun.get(step.to()) : resolveTo(step);
            if (from != null && to != null) {
                pairs.add(new Pair(from, to));
            }
        }
        refuseIfWrong();
        return link(pairs);
    }

    private Map<String, Unit> resolveFrom() {
        Map<String, Unit> before = new LinkedHashMap<>();
        for (Step step : reform.steps()) {
            List<Unit> found = rows.listBefore(reform.level(), step.from());
            if (found.size() == 1) {
                before.put(step.from(), found.get(0));
            } else {
                reasons.add(found.size() + " units of the level " + reform.level() + " bear the code " + step.from()
                        + " on the eve of " + ledger.context().effective() + "; one must");
            }
        }
        reform.units().stream()
                .filter(unit -> !unit.period().from().equals(ledger.context().effective()))
                .forEach(unit -> reasons.add(
                        "The unit " + unit.key() + " begins on " + unit.period().from() + ", not with the reform"));
        return before;
    }

    /** The units that go on under their codes: a step names the code as successor, and no new unit has it. */
    private Set<Unit> staying() {
        Set<String> begun = reform.units().stream().map(PlaceRow::code).collect(Collectors.toSet());
        return reform.steps().stream()
                .map(Step::to)
                .distinct()
                .filter(code -> !begun.contains(code))
                .flatMap(code -> rows.listBefore(reform.level(), code).stream())
                .collect(Collectors.toSet());
    }

    private @Nullable Unit resolveTo(Step step) {
        List<Unit> found = rows.listAfter(reform.level(), step.to());
        if (found.size() == 1) {
            return found.get(0);
        }
        reasons.add(found.size() + " units of the level " + reform.level() + " bear the code " + step.to() + " on "
                + ledger.context().effective() + "; one must");
        return null;
    }

    /** Registers the units that begin, those that are there already excepted; by their codes. */
    private Map<String, Unit> begin() {
        Map<String, Unit> begun = new LinkedHashMap<>();
        try {
            for (PlaceRow unit : reform.units()) {
                if (places.find(unit).isEmpty()) {
                    places.identify(unit);
                    places.add(unit, ledger.append(Act.REFORM, PlaceRegister.KIND, unit.key(), 1));
                }
                PlaceRows.Stored stored = places.find(unit).orElseThrow();
                begun.put(unit.code(), new Unit(stored.id(), stored.key(), stored.version()));
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Beginning the units of a reform", e);
        }
        return begun;
    }

    private List<Move> link(List<Pair> pairs) {
        List<Move> moves = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!pair.from().equals(pair.to())) {
                rows.link(pair.from(), pair.to(), isSplit(pair.from(), pairs));
            }
            moves.add(new Move(pair.from().id(), pair.to().id()));
        }
        return moves;
    }

    private static boolean isSplit(Unit unit, List<Pair> pairs) {
        return pairs.stream().filter(pair -> pair.from().equals(unit)).count() > 1;
    }

    private void refuseIfWrong() {
        if (!reasons.isEmpty()) {
            throw new ReformRefusedException(reasons);
        }
    }
}
