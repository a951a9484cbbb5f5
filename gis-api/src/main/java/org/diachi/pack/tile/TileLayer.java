package org.diachi.pack.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.pack.Days;
import org.diachi.pack.PackState;
import org.diachi.pack.file.IntList;
import org.diachi.pack.file.Scratch;
import org.diachi.pack.file.ValueCode;
import org.diachi.pack.grid.ByteSink;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.pack.grid.ShapeKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/** Writes one layer of a tile (message {@code Layer} of the specification). For one thread. */
final class TileLayer {

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final PackState state;
    private final TileAddress tile;
    private final TileClip clip = new TileClip();
    private final ShapeCode code = new ShapeCode();
    private final Scratch scratch = new Scratch();
    private final ByteSink features = new ByteSink(1 << 14);
    private final ByteSink feature = new ByteSink(1 << 10);
    private final ByteSink packed = new ByteSink(1 << 10);
    private final Map<Object, Integer> values = new HashMap<>();
    private final ByteSink valueBytes = new ByteSink(1 << 12);
    private final int[] keys;
    private final ByteSink keyBytes = new ByteSink(256);
    private int keyCount;
    private int x;
    private int y;

    TileLayer(PackState state, TileAddress tile) {
        this.state = state;
        this.tile = tile;
        this.keys = new int[state.layer().columns().size() + 1];
    }

    /** Adds the layer to a tile, if there is anything of it in it. */
    void write(Days days, ByteSink sink) {
        IntList found = new IntList(256);
        state.query(tile.box(), days, found);
        for (int i = 0; i < found.size(); i++) {
            add(found.get(i));
        }
        if (features.size() == 0) {
            return;
        }
        ByteSink layer = new ByteSink(features.size() + valueBytes.size() + 256);
        writeNumber(layer, 15, 2);
        writeText(layer, 1, state.layer().collection());
        layer.write(features.array(), 0, features.size());
        layer.write(keyBytes.array(), 0, keyBytes.size());
        layer.write(valueBytes.array(), 0, valueBytes.size());
        writeNumber(layer, 5, TileAddress.EXTENT);
        writeBytes(sink, 3, layer);
    }

    private void add(int row) {
        if (!state.read(row, tile.level(), code, scratch)) {
            return;
        }
        Shape clipped = clip.clip(code, tile);
        Shape shape = clipped.kind() == ShapeKind.POLYGON ? ValidPolygons.of(clipped) : clipped;
        if (shape.isEmpty()) {
            return;
        }
        feature.clear();
        writeNumber(feature, 1, state.id(row));
        writeTags(row);
        writeNumber(feature, 3, shape.kind().ordinal() + 1L);
        writeGeometry(shape);
        writeBytes(features, 2, feature);
    }

    private void writeTags(int row) {
        packed.clear();
        if (state.layer().hasCodes()) {
            writeTag(keys.length - 1, "code", Code.of(state.id(row)).toString());
        }
        List<@Nullable Object> attributes = state.values(row);
        for (int column = 0; column < attributes.size(); column++) {
            Object value = attributes.get(column);
            if (value != null) {
                writeTag(column, state.layer().columns().get(column), value);
            }
        }
        writeBytes(feature, 2, packed);
    }

    private void writeTag(int column, String name, Object value) {
        if (keys[column] == 0) {
            keys[column] = ++keyCount;
            writeText(keyBytes, 3, name);
        }
        Integer number = values.get(value);
        if (number == null) {
            number = values.size();
            values.put(value, number);
            byte[] bytes = ValueCode.encode(value);
            valueBytes.writeVarint(4 << 3 | 2);
            valueBytes.writeVarint(bytes.length);
            valueBytes.write(bytes, 0, bytes.length);
        }
        packed.writeVarint(keys[column] - 1L);
        packed.writeVarint(number);
    }

    private void writeGeometry(Shape shape) {
        packed.clear();
        x = 0;
        y = 0;
        if (shape.kind() == ShapeKind.POINT) {
            command(MOVE_TO, shape.points());
            for (int i = 0; i < shape.points(); i++) {
                point(shape.xy(), i);
            }
        } else {
            int start = 0;
            for (int end : shape.ends()) {
                command(MOVE_TO, 1);
                point(shape.xy(), start);
                command(LINE_TO, end - start - 1);
                for (int i = start + 1; i < end; i++) {
                    point(shape.xy(), i);
                }
                if (shape.kind() == ShapeKind.POLYGON) {
                    command(CLOSE_PATH, 1);
                }
                start = end;
            }
        }
        writeBytes(feature, 4, packed);
    }

    private void command(int id, int count) {
        packed.writeVarint((long) count << 3 | id);
    }

    private void point(int[] xy, int i) {
        packed.writeSigned(xy[2 * i] - x);
        packed.writeSigned(xy[2 * i + 1] - y);
        x = xy[2 * i];
        y = xy[2 * i + 1];
    }

    private static void writeNumber(ByteSink sink, int field, long value) {
        sink.writeVarint((long) field << 3);
        sink.writeVarint(value);
    }

    private static void writeText(ByteSink sink, int field, String text) {
        sink.writeVarint((long) field << 3 | 2);
        sink.writeText(text);
    }

    private static void writeBytes(ByteSink sink, int field, ByteSink bytes) {
        sink.writeVarint((long) field << 3 | 2);
        sink.writeVarint(bytes.size());
        sink.write(bytes.array(), 0, bytes.size());
    }
}
