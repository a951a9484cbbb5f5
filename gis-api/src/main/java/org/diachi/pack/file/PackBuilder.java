package org.diachi.pack.file;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.ByteSink;
import org.diachi.pack.grid.Generaliser;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.Junctions;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeCode;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of a pack: takes the rows in any order, then puts them in that of the Hilbert curve. Shapes wait in a file
 * meanwhile; on the heap there are some fifty bytes for each row, the borders of polygons and the distinct values.
 */
public final class PackBuilder implements AutoCloseable {

    private final Path folder;
    private final PackHead head;
    private final Junctions junctions = new Junctions();
    private final boolean keepsBorders;
    private final Section shapes;
    private final Map<Object, Integer> values = new HashMap<>();
    private final List<byte[]> dictionary = new ArrayList<>();
    private final ByteSink sink = new ByteSink(1 << 12);

    private long[] ids = new long[1024];
    private long[] keys = new long[1024];
    private long[] places = new long[1024];
    private int[] days = new int[2048];
    private int[] boxes = new int[4096];
    private int count;

    /**
     * A builder.
     *
     * @param folder where the file is to be, which exists
     * @param keepsBorders whether shapes share borders, as those of zones do and those of houses do not
     */
    public PackBuilder(Path folder, PackHead head, boolean keepsBorders) throws IOException {
        this.folder = folder;
        this.head = head;
        this.keepsBorders = keepsBorders;
        this.shapes = new Section(folder);
    }

    /** Adds a row. */
    public void add(PackRow row) throws IOException {
        ensure();
        Box box = row.shape().box();
        ids[count] = row.id();
        keys[count] = box.hilbert();
        days[2 * count] = row.firstDay();
        days[2 * count + 1] = row.endDay();
        boxes[4 * count] = box.minX();
        boxes[4 * count + 1] = box.minY();
        boxes[4 * count + 2] = box.maxX();
        boxes[4 * count + 3] = box.maxY();
        places[count] = shapes.size();
        count++;
        sink.clear();
        for (int column = 0; column < head.columns().size(); column++) {
            sink.writeVarint(reference(row.values()[column]));
        }
        int attributes = sink.size();
        ShapeCode.encode(row.shape(), box.minX(), box.minY(), sink);
        shapes.writeInt(attributes);
        shapes.writeInt(sink.size());
        shapes.write(sink);
        if (keepsBorders) {
            junctions.add(row.shape());
        }
    }

    private int reference(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        Integer known = values.get(value);
        if (known == null) {
            dictionary.add(ValueCode.encode(value));
            known = dictionary.size();
            values.put(value, known);
        }
        return known;
    }

    private void ensure() {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
            days = Arrays.copyOf(days, 4 * count);
            boxes = Arrays.copyOf(boxes, 8 * count);
        }
    }

    /**
     * Writes the file.
     *
     * @param file in the folder, replaced if it is there
     */
    public void write(Path file) throws IOException {
        int[] order = order();
        List<Section> sections = new ArrayList<>();
        Path unfinished = Files.createTempFile(folder, "pack", ".tmp");
        try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            writeRows(order, sections);
            writeShapes(order, sections);
            writeDictionary(sections);
            PackHead.Table table = new PackHead.Table(
                    count, sections.stream().map(Section::size).toList());
            Section first = section(sections);
            byte[] text = head.write(table).getBytes(StandardCharsets.UTF_8);
            first.write(text, text.length);
            first.moveTo(out);
            for (Section section : sections.subList(0, sections.size() - 1)) {
                section.moveTo(out);
            }
        } finally {
            for (Section section : sections) {
                section.close();
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private int[] order() {
        return IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> {
                    int byKey = Long.compare(keys[a], keys[b]);
                    int byId = byKey != 0 ? byKey : Long.compare(ids[a], ids[b]);
                    return byId != 0 ? byId : Integer.compare(days[2 * a], days[2 * b]);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Section section(List<Section> sections) throws IOException {
        Section section = new Section(folder);
        sections.add(section);
        return section;
    }

    /** Boxes, ids, the numbers of the rows by id, days. */
    private void writeRows(int[] order, List<Section> sections) throws IOException {
        int[] bottom = new int[4 * count];
        Section tree = section(sections);
        Section id = section(sections);
        Section byId = section(sections);
        Section day = section(sections);
        for (int i = 0; i < count; i++) {
            System.arraycopy(boxes, 4 * order[i], bottom, 4 * i, 4);
            id.writeLong(ids[order[i]]);
            day.writeInt(days[2 * order[i]]);
            day.writeInt(days[2 * order[i] + 1]);
        }
        for (int number : BoxTree.build(bottom)) {
            tree.writeInt(number);
        }
        int[] sorted = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Long.compare(ids[order[a]], ids[order[b]]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int index : sorted) {
            byId.writeInt(index);
        }
    }

    /** Attributes, then each level: where each begins, and the bytes. */
    private void writeShapes(int[] order, List<Section> sections) throws IOException {
        Column attributes = new Column(section(sections), section(sections));
        List<Column> levels = new ArrayList<>();
        for (int level = 0; level < Levels.COUNT; level++) {
            levels.add(new Column(section(sections), section(sections)));
        }
        Generaliser generaliser = new Generaliser(junctions);
        ShapeCode code = new ShapeCode();
        try (FileChannel waiting = shapes.read()) {
            // One mapping holds two gigabytes.
            WaitingShapes source = new WaitingShapes(waiting, shapes.size());
            for (int i : order) {
                byte[] bytes = source.read(places[i]);
                attributes.write(bytes, 0, source.attributes());
                code.decode(bytes, source.attributes(), boxes[4 * i], boxes[4 * i + 1]);
                writeLevels(code.shape(), generaliser, levels, boxes[4 * i], boxes[4 * i + 1]);
            }
        }
        attributes.end();
        for (Column level : levels) {
            level.end();
        }
    }

    private void writeLevels(Shape shape, Generaliser generaliser, List<Column> levels, int minX, int minY)
            throws IOException {
        float[] weights = generaliser.weights(shape);
        for (int level = 0; level < Levels.COUNT; level++) {
            int zoom = Levels.zoom(level);
            int shift = Grid.shift(zoom);
            Shape coarse = generaliser.atLevel(shape, weights, zoom);
            sink.clear();
            if (!coarse.isEmpty()) {
                ShapeCode.encode(coarse, Grid.toLevel(minX, shift), Grid.toLevel(minY, shift), sink);
            }
            levels.get(level).write(sink.array(), 0, sink.size());
        }
    }

    private void writeDictionary(List<Section> sections) throws IOException {
        Column column = new Column(section(sections), section(sections));
        for (byte[] value : dictionary) {
            column.write(value, 0, value.length);
        }
        column.end();
    }

    /** Byte strings of any length one after the other, and where each begins. */
    private record Column(Section offsets, Section bytes) {

        void write(byte[] some, int from, int length) throws IOException {
            offsets.writeInt(Math.toIntExact(bytes.size()));
            bytes.write(from == 0 ? some : Arrays.copyOfRange(some, from, from + length), length);
        }

        void end() throws IOException {
            offsets.writeInt(Math.toIntExact(bytes.size()));
        }
    }

    /** The shapes as they wait to be put in order. */
    private static final class WaitingShapes {

        private static final int WINDOW = 1 << 30;

        private final List<MappedByteBuffer> windows = new ArrayList<>();
        private byte[] bytes = new byte[1 << 12];
        private int attributes;

        /** Windows overlap by as much as a shape may be long. */
        WaitingShapes(FileChannel channel, long size) throws IOException {
            for (long at = 0; at < size; at += WINDOW) {
                windows.add(channel.map(
                        FileChannel.MapMode.READ_ONLY, at, Math.min(size - at, (long) WINDOW + WINDOW / 2)));
            }
        }

        /** The bytes of a shape behind those of its attributes. */
        byte[] read(long place) {
            MappedByteBuffer window = windows.get((int) (place / WINDOW));
            int at = (int) (place % WINDOW);
            attributes = Integer.reverseBytes(window.getInt(at));
            int length = Integer.reverseBytes(window.getInt(at + 4));
            if (bytes.length < length) {
                bytes = new byte[2 * length];
            }
            window.get(at + 8, bytes, 0, length);
            return bytes;
        }

        int attributes() {
            return attributes;
        }
    }

    @Override
    public void close() throws IOException {
        shapes.close();
    }
}
