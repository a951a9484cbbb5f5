package org.diachi.pack;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.pack.file.IntList;
import org.diachi.pack.file.Levels;
import org.diachi.pack.file.PackRow;
import org.diachi.pack.file.Scratch;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeCode;

/** Compares a layer with the truth, row by row in full detail. */
final class PackComparison {

    /** More would tell nothing. */
    private static final int MOST_TOLD = 10;

    private final PackState state;
    private final Map<Key, Integer> rows = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final ShapeCode code = new ShapeCode();
    private final Scratch scratch = new Scratch();

    /** What tells the states of features apart. */
    private record Key(long id, int firstDay) {}

    PackComparison(PackState state) {
        this.state = state;
    }

    List<String> run(PackRows truth) throws SQLException {
        IntList all = state.rows();
        for (int i = 0; i < all.size(); i++) {
            rows.put(new Key(state.id(all.get(i)), state.firstDay(all.get(i))), all.get(i));
        }
        truth.forEach(this::compare);
        rows.keySet().forEach(key -> tell(key, "is in the pack, but not in the register"));
        return differences;
    }

    private void compare(PackRow row) {
        Key key = new Key(row.id(), row.firstDay());
        Integer found = rows.remove(key);
        if (found == null) {
            tell(key, "is missing");
        } else if (state.endDay(found) != row.endDay()) {
            tell(key, "ends on another day");
        } else if (!state.values(found).equals(Arrays.asList(row.values()))) {
            tell(key, "has other attributes: " + state.values(found) + " instead of " + Arrays.asList(row.values()));
        } else if (!isSameShape(found, row.shape())) {
            tell(key, "has another shape");
        }
    }

    private boolean isSameShape(int row, Shape shape) {
        state.read(row, Levels.of(Grid.FULL_ZOOM), code, scratch);
        Shape found = code.shape();
        return found.kind() == shape.kind()
                && Arrays.equals(found.ends(), shape.ends())
                && Arrays.equals(found.xy(), shape.xy());
    }

    private void tell(Key key, String what) {
        if (differences.size() < MOST_TOLD) {
            differences.add(state.layer().collection() + " " + key.id() + " from day " + key.firstDay() + " " + what);
        }
    }
}
