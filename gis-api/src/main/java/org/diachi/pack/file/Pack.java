package org.diachi.pack.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.ShapeCode;
import org.jspecify.annotations.Nullable;

/**
 * A pack that is open: states of features, numbered in the order of the Hilbert curve. Mapped, not read; thread-safe. The
 * mapping ends when nobody holds the pack any more.
 */
public final class Pack {

    private static final int TREE = 0;
    private static final int IDS = 1;
    private static final int BY_ID = 2;
    private static final int DAYS = 3;
    private static final int ATTRIBUTES = 4;
    private static final int LEVELS = 6;
    private static final int DICTIONARY = LEVELS + 2 * Levels.COUNT;

    private final PackHead head;
    private final int count;
    private final List<ByteBuffer> sections;
    private final BoxTree tree;
    private final boolean isTimeless;
    private final int latestFirstDay;

    private Pack(PackHead head, int count, List<ByteBuffer> sections) {
        this.head = head;
        this.count = count;
        this.sections = List.copyOf(sections);
        this.tree = new BoxTree(sections.get(TREE), count);
        this.isTimeless = findTimeless();
        this.latestFirstDay = findLatestFirstDay();
    }

    /** Opens the file of a pack. */
    public static Pack open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return map(channel);
        }
    }

    private static Pack map(FileChannel file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(PackHead.BYTES);
        while (start.hasRemaining() && file.read(start, start.position()) >= 0) {
            // Until it is full.
        }
        String text = new String(start.array(), StandardCharsets.UTF_8);
        PackHead.Table table = PackHead.readTable(text);
        List<ByteBuffer> sections = new ArrayList<>();
        long at = PackHead.BYTES;
        for (long size : table.sizes()) {
            sections.add(file.map(FileChannel.MapMode.READ_ONLY, at, size).order(ByteOrder.LITTLE_ENDIAN));
            at += size;
        }
        return new Pack(PackHead.readHead(text), table.count(), sections);
    }

    /** A pack that has no rows, and no file. */
    public static Pack empty(PackHead head) {
        return new Pack(head, 0, Collections.nCopies(DICTIONARY + 2, ByteBuffer.allocate(0)));
    }

    /** What it says of itself, without opening the rest. */
    public static PackHead readHead(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(PackHead.BYTES);
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // Until it is full.
            }
            return PackHead.readHead(new String(start.array(), StandardCharsets.UTF_8));
        }
    }

    private int findLatestFirstDay() {
        int latest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            latest = Math.max(latest, firstDay(i));
        }
        return latest;
    }

    private boolean findTimeless() {
        for (int i = 0; i < count; i++) {
            if (endDay(i) != PackRow.OPEN) {
                return false;
            }
        }
        return true;
    }

    /** The latest of the first days of all rows. */
    public int latestFirstDay() {
        return latestFirstDay;
    }

    /** What it says of itself. */
    public PackHead head() {
        return head;
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }

    /** The box around everything. */
    public Optional<Box> box() {
        return count == 0 ? Optional.empty() : Optional.of(tree.whole());
    }

    /** Adds the numbers of the rows whose boxes meet another, in their order. */
    public void query(Box box, IntList found) {
        tree.query(box, found);
    }

    /** The box of a row. */
    public Box box(int row) {
        return tree.box(row);
    }

    /** The id of a row's feature. */
    public long id(int row) {
        return sections.get(IDS).getLong(8 * row);
    }

    /** The first day on which the row is valid. */
    public int firstDay(int row) {
        return sections.get(DAYS).getInt(8 * row);
    }

    /** The day from which on the row is no longer valid. */
    public int endDay(int row) {
        return sections.get(DAYS).getInt(8 * row + 4);
    }

    /** Whether no row ends on any day. */
    public boolean isTimeless() {
        return isTimeless;
    }

    /** The rows of a feature. */
    public int[] rows(long id) {
        ByteBuffer byId = sections.get(BY_ID);
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (id(byId.getInt(4 * middle)) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        IntList rows = new IntList(4);
        for (int i = low; i < count && id(byId.getInt(4 * i)) == id; i++) {
            rows.add(byId.getInt(4 * i));
        }
        return rows.toArray();
    }

    /**
     * Decodes the shape of a row.
     *
     * @param level number of the level
     * @return false if there is nothing to be seen of it at that level
     */
    public boolean read(int row, int level, ShapeCode code, Scratch scratch) {
        ByteBuffer offsets = sections.get(LEVELS + 2 * level);
        int from = offsets.getInt(4 * row);
        int length = offsets.getInt(4 * row + 4) - from;
        if (length == 0) {
            return false;
        }
        int shift = Grid.shift(Levels.zoom(level));
        byte[] bytes = scratch.bytes(length);
        sections.get(LEVELS + 2 * level + 1).get(from, bytes, 0, length);
        code.decode(bytes, 0, Grid.toLevel(tree.minX(row), shift), Grid.toLevel(tree.minY(row), shift));
        return true;
    }

    /** Which entries of the dictionary the row's attributes are, one for each column; 0 where there is none. */
    public int[] references(int row) {
        ByteBuffer offsets = sections.get(ATTRIBUTES);
        ByteBuffer bytes = sections.get(ATTRIBUTES + 1);
        int at = offsets.getInt(4 * row);
        int[] references = new int[head.columns().size()];
        for (int column = 0; column < references.length; column++) {
            int b = bytes.get(at++);
            int value = b & 0x7f;
            for (int shift = 7; b < 0; shift += 7) {
                b = bytes.get(at++);
                value |= (b & 0x7f) << shift;
            }
            references[column] = value;
        }
        return references;
    }

    /** An entry of the dictionary in bytes, as {@link ValueCode} writes them. */
    public byte[] valueBytes(int reference) {
        ByteBuffer offsets = sections.get(DICTIONARY);
        int from = offsets.getInt(4 * (reference - 1));
        byte[] bytes = new byte[offsets.getInt(4 * reference) - from];
        sections.get(DICTIONARY + 1).get(from, bytes);
        return bytes;
    }

    /** An attribute of a row: a String, Long, Double or Boolean. */
    public @Nullable Object value(int row, int column) {
        int reference = references(row)[column];
        return reference == 0 ? null : ValueCode.decode(valueBytes(reference));
    }

    /** All attributes of a row, one for each column. */
    public @Nullable Object[] values(int row) {
        int[] references = references(row);
        @Nullable Object[] values = new Object[references.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = references[i] == 0 ? null : ValueCode.decode(valueBytes(references[i]));
        }
        return values;
    }
}
