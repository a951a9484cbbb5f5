package org.diachi.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A register that is too simple to be wrong: of each code one cell a month, and a copy of all cells after each act. It
 * knows no periods and no versions, and shares nothing with the code under test.
 */
final class HistoryModel {

    /** Ten years, and one cell for all time after them. */
    static final int MONTHS = 121;

    /** What holds in a month. */
    record Cell(String status, String name, String number, String ward) {

        Cell withStatus(String next) {
            return new Cell(next, name, number, ward);
        }

        Cell withWard(String next) {
            return new Cell(status, name, number, next);
        }

        @Override
        public String toString() {
            return "%s %s %s %s".formatted(status, name, number, ward);
        }
    }

    /** A patch: new values for the respects that it names. */
    record Patch(boolean names, String name, boolean numbers, String number) {

        List<String> read(Cell cell) {
            return Arrays.asList(names ? cell.name() : null, numbers ? cell.number() : null);
        }

        Cell apply(Cell cell) {
            return new Cell(cell.status(), names ? name : cell.name(), numbers ? number : cell.number(), cell.ward());
        }
    }

    private final Map<String, TreeMap<Long, Cell[]>> states = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, Set<String>>> successors = new LinkedHashMap<>();

    List<String> codes() {
        return List.copyOf(states.keySet());
    }

    boolean knows(String code) {
        return states.containsKey(code);
    }

    private Cell[] now(String code) {
        return states.get(code).lastEntry().getValue();
    }

    boolean mayEnd(String code, int month) {
        Cell[] cells = now(code);
        return cells[month] != null
                && cells[month].status().equals("current")
                && cells[MONTHS - 1].status().equals("current");
    }

    boolean isAlive(String code, int month) {
        Cell[] cells = now(code);
        return cells[month] != null && cells[month].status().equals("current");
    }

    boolean mayChange(String code, int month, Patch patch) {
        Cell cell = now(code)[month];
        return cell != null
                && cell.status().equals("current")
                && !patch.apply(cell).equals(cell);
    }

    boolean mayCorrect(String code, int month, Patch patch) {
        Cell cell = now(code)[month];
        return cell != null && !patch.apply(cell).equals(cell);
    }

    void begin(String code, int month, Cell first, long seq) {
        Cell[] cells = new Cell[MONTHS];
        Arrays.fill(cells, month, MONTHS, first);
        states.computeIfAbsent(code, key -> new TreeMap<>()).put(seq, cells);
    }

    void end(String code, int month, long seq) {
        store(code, seq, month, MONTHS, cell -> cell.withStatus("retired"));
    }

    void change(String code, int month, Patch patch, long seq) {
        store(code, seq, month, endOfRun(code, month, patch), patch::apply);
    }

    void correct(String code, int month, Patch patch, long seq) {
        Cell[] cells = now(code);
        int first = month;
        while (first > 0
                && cells[first - 1] != null
                && patch.read(cells[first - 1]).equals(patch.read(cells[month]))) {
            first--;
        }
        store(code, seq, first, endOfRun(code, month, patch), patch::apply);
    }

    private int endOfRun(String code, int month, Patch patch) {
        Cell[] cells = now(code);
        int end = month;
        while (end < MONTHS && patch.read(cells[end]).equals(patch.read(cells[month]))) {
            end++;
        }
        return end;
    }

    /** Whatever is in a ward from the month on is in the other. */
    void reform(String from, String to, int month, long seq) {
        for (String code : codes()) {
            store(
                    code,
                    seq,
                    month,
                    MONTHS,
                    cell -> cell != null && cell.ward().equals(from) ? cell.withWard(to) : cell);
        }
    }

    private void store(String code, long seq, int from, int to, UnaryOperator<Cell> change) {
        Cell[] cells = now(code).clone();
        for (int month = from; month < to; month++) {
            cells[month] = change.apply(cells[month]);
        }
        states.get(code).put(seq, cells);
    }

    void follow(String predecessor, List<String> codes, long seq) {
        TreeMap<Long, Set<String>> known = successors.computeIfAbsent(predecessor, key -> new TreeMap<>());
        Set<String> all =
                new TreeSet<>(known.isEmpty() ? Set.of() : known.lastEntry().getValue());
        all.addAll(codes);
        known.put(seq, all);
    }

    /** All that exists in a month as known at an entry of the log, with its successors. */
    Map<String, String> state(int month, long seq) {
        Map<String, String> found = new TreeMap<>();
        states.forEach((code, history) -> {
            Map.Entry<Long, Cell[]> known = history.floorEntry(seq);
            if (known != null && known.getValue()[month] != null) {
                found.put(code, known.getValue()[month] + " " + successors(code, seq));
            }
        });
        return found;
    }

    private List<String> successors(String code, long seq) {
        TreeMap<Long, Set<String>> history = successors.get(code);
        Map.Entry<Long, Set<String>> known = history == null ? null : history.floorEntry(seq);
        return known == null ? List.of() : new ArrayList<>(Objects.requireNonNull(known.getValue()));
    }
}
