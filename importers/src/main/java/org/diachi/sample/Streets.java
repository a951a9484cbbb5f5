package org.diachi.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names and extents of streets. Streets follow the lines between quarters, the greater ones for several kilometres,
 * and the small ones within quarters. No name occurs twice in a ward and its neighbours; when names run out, they are
 * numbered (Lê Lợi 2).
 */
final class Streets {
    private final CityGrid grid;
    private final Districts districts;
    private final Blocks blocks;
    private final long seed;
    private final @Nullable Street[] horizontal;
    private final @Nullable Street[] vertical;

    /** A street that has no name yet; all in quarters but the line. */
    private record Run(boolean upright, int line, int from, int to, double importance) {}

    Streets(CityGrid grid, Districts districts, Blocks blocks, long seed) {
        this.grid = grid;
        this.districts = districts;
        this.blocks = blocks;
        this.seed = seed;
        this.horizontal = new Street[(2 * grid.rows() + 1) * grid.columns()];
        this.vertical = new Street[(2 * grid.columns() + 1) * grid.rows()];
    }

    /** Names all streets. */
    void name(WardMap wards, int wardCount, List<String> names) {
        List<Run> runs = new ArrayList<>();
        for (int line = 0; line <= 2 * grid.rows(); line++) {
            collect(runs, false, line, grid.columns());
        }
        for (int line = 0; line <= 2 * grid.columns(); line++) {
            collect(runs, true, line, grid.rows());
        }
        runs.sort(Comparator.comparingDouble(Run::importance)
                .thenComparing(Run::upright)
                .thenComparingInt(Run::line)
                .thenComparingInt(Run::from));
        Names register = new Names(names, wardCount);
        for (Run run : runs) {
            Street street = new Street(register.next(wardsAround(run, wards)), 2 * run.from);
            for (int at = run.from; at < run.to; at++) {
                if (run.upright) {
                    vertical[run.line * grid.rows() + at] = street;
                } else {
                    horizontal[run.line * grid.columns() + at] = street;
                }
            }
        }
    }

    /** The street along a piece of a line, both counted in half quarters; null where none runs. */
    @Nullable
    Street find(boolean upright, int line, int piece) {
        return upright ? vertical[line * grid.rows() + piece / 2] : horizontal[line * grid.columns() + piece / 2];
    }

    private void collect(List<Run> runs, boolean upright, int line, int length) {
        int from = 0;
        int longest = longest(line, upright, 0);
        for (int at = 0; at <= length; at++) {
            boolean here = at < length && runsAlong(upright, line, at);
            if (at > from && (!here || at - from >= longest)) {
                runs.add(new Run(upright, line, from, at, importance(upright, line, (from + at) / 2.0)));
                longest = longest(line, upright, at);
                from = at;
            }
            if (!here) {
                from = at + 1;
            }
        }
    }

    private boolean runsAlong(boolean upright, int line, int at) {
        int before = Math.floorDiv(line - 1, 2);
        int after = line / 2;
        if (line % 2 == 0) {
            return upright
                    ? districts.isBuilt(before, at) || districts.isBuilt(after, at)
                    : districts.isBuilt(at, before) || districts.isBuilt(at, after);
        }
        return upright
                ? blocks.hasVerticalStreet(after, at, false) || blocks.hasVerticalStreet(after, at, true)
                : blocks.hasHorizontalStreet(at, after, false) || blocks.hasHorizontalStreet(at, after, true);
    }

    private int longest(int line, boolean upright, int at) {
        int quarters = line % 2 != 0 ? 4 : line % 12 == 0 ? 26 : line % 4 == 0 ? 15 : 9;
        double unit = Dice.unit(seed, Purpose.STREET, upright ? -1 - line : line, at);
        return (int) (quarters * (0.5 + 0.5 * unit));
    }

    private double importance(boolean upright, int line, double middle) {
        double u = upright ? line / 2.0 : middle;
        double v = upright ? middle : line / 2.0;
        double fromCentre = Math.abs(u - grid.columns() / 2.0) + Math.abs(v - grid.rows() / 2.0);
        double rank = line % 2 != 0 ? 3 : line % 12 == 0 ? 0.6 : line % 4 == 0 ? 1 : 1.5;
        return rank * (4 + fromCentre);
    }

    private TreeSet<Integer> wardsAround(Run run, WardMap wards) {
        TreeSet<Integer> around = new TreeSet<>();
        for (int at = run.from; at < run.to; at++) {
            for (int side : new int[] {Math.floorDiv(run.line - 1, 2), run.line / 2}) {
                int c = run.upright ? side : at;
                int r = run.upright ? at : side;
                if (grid.contains(c, r)) {
                    around.add(wards.at(c, r));
                }
            }
        }
        TreeSet<Integer> all = new TreeSet<>(around);
        around.forEach(ward -> all.addAll(wards.neighbours(ward)));
        return all;
    }

    /** Remembers which name is taken in which ward. */
    private static final class Names {
        /** How many names are looked at before one is numbered: keeps large cities fast. */
        private static final int TRIES = 120;

        private final List<String> names;
        private final List<BitSet> taken = new ArrayList<>();
        private int cursor;

        Names(List<String> names, int wards) {
            this.names = names;
            for (int w = 0; w < wards; w++) {
                taken.add(new BitSet());
            }
        }

        String next(TreeSet<Integer> wards) {
            int round = 0;
            while (true) {
                for (int tries = 0; tries < Math.min(TRIES, names.size()); tries++) {
                    int name = round * names.size() + (cursor + tries) % names.size();
                    if (wards.stream().noneMatch(ward -> taken.get(ward).get(name))) {
                        wards.forEach(ward -> taken.get(ward).set(name));
                        cursor = (cursor + tries + 1) % names.size();
                        String plain = names.get(name % names.size());
                        return round == 0 ? plain : plain + " " + (round + 1);
                    }
                }
                round++;
            }
        }
    }
}
